import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url))

/** Platform in a separate process, or its output if it exited before it was ready. */
export interface SpawnedPlatform {
  child: ChildProcess
  url: string | null
  exitCode: number | null
  output: string
}

/** Runs `sandbox/main.ts` until it is ready or has exited; kills it at the end of the test. */
export async function spawnPlatform(args: readonly string[]): Promise<SpawnedPlatform> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...args], {
    cwd: projectFolder,
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let output = ''
  return new Promise((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const url = /^ready (http\S+)/m.exec(output)?.[1]
      if (url !== undefined) resolve({ child, url, exitCode: null, output })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('close', (exitCode) => resolve({ child, url: null, exitCode, output }))
  })
}

/** Kills a process like a power cut, and waits until it has exited. */
export async function killHard({ child }: SpawnedPlatform): Promise<void> {
  const closed = once(child, 'close')
  child.kill('SIGKILL')
  await closed
}

export async function stopGracefully({ child }: SpawnedPlatform, signal: NodeJS.Signals) {
  const closed = once(child, 'close')
  child.kill(signal)
  const [exitCode] = await closed
  return exitCode as number | null
}
