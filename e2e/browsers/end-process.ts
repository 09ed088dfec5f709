import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** Kills a program and its children when this process exits for any reason. The program must be spawned `detached`. */
export function killOnExit(child: ChildProcess): void {
  const kill = () => signalGroup(child, 'SIGKILL')
  process.on('exit', kill)
  child.once('exit', () => void process.off('exit', kill))
}

/** Stops a program and its children, and waits for its exit. Kills them if they are still running after 5 s. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  signalGroup(child, 'SIGTERM')
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000)
  await exited
  clearTimeout(timer)
}

/** Sends a signal to the process group that a detached child leads, and so to the child's own children. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // The whole group has already exited.
  }
}
