import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url))

export interface SandboxProcess {
  url: string
  /** Time from the start of the process to its `ready` line. */
  readyMs: number
  errorOutput: () => string
  hasEnded: () => boolean
  stop: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/**
 * Starts the sandbox on a free port and waits for its `ready` line; `signal` kills it at any time.
 * @throws Error with the process's error output if it ends before it is ready
 */
export async function startSandbox(
  flags: readonly string[],
  signal: AbortSignal,
): Promise<SandboxProcess> {
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'sandbox/main.ts', '--port', '0', '--mqtt-port', '0', ...flags],
    { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'], signal, killSignal: 'SIGKILL' },
  )
  const ended = once(child, 'close').catch(() => undefined)
  let errorOutput = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errorOutput = (errorOutput + chunk.toString()).slice(-2000)
  })
  const lines = createInterface({ input: child.stdout })
  const ready = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const url = /^ready (http:\S+)/.exec(line)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('error', reject)
    child.once('close', (code) =>
      reject(
        new Error(`the sandbox exited with ${String(code)} before it was ready\n${errorOutput}`),
      ),
    )
  })
  const url = await ready
  return {
    url,
    readyMs: performance.now() - startedAt,
    errorOutput: () => errorOutput,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: async (stopSignal) => {
      child.kill(stopSignal)
      await ended
    },
  }
}
