import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url))

/** A sandbox in a process of its own, as a person starts it. */
export interface SandboxProcess {
  url: string
  /** From the start of the process to its `ready` line. */
  readyMs: number
  /** The end of what it has said on its standard error. */
  complaint: () => string
  hasEnded: () => boolean
  stop: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/**
 * Starts the sandbox on a free port and waits for its `ready` line; `signal` ends it at any moment.
 * @throws Error with the process's own words when it ends before it is ready
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
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000)
  })
  const lines = createInterface({ input: child.stdout })
  const ready = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const url = /^ready (http:\S+)/.exec(line)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('error', reject)
    child.once('close', (code) =>
      reject(new Error(`the sandbox ended with ${String(code)} before it was ready\n${complaint}`)),
    )
  })
  const url = await ready
  return {
    url,
    readyMs: performance.now() - startedAt,
    complaint: () => complaint,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: async (stopSignal) => {
      child.kill(stopSignal)
      await ended
    },
  }
}
