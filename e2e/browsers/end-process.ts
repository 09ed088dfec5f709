import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** Ends a program and all that it started with this one, however this one ends. Spawn it `detached`. */
export function endWithUs(child: ChildProcess): void {
  const kill = () => signalGroup(child, 'SIGKILL')
  process.on('exit', kill)
  child.once('exit', () => void process.off('exit', kill))
}

/** Ends a program and all that it started, and waits; what does not listen is killed after 5 s. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  signalGroup(child, 'SIGTERM')
  const patience = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000)
  await gone
  clearTimeout(patience)
}

/** A detached child leads a process group, which takes in its own children. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // The whole group is gone already.
  }
}
