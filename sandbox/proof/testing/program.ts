import { spawn, spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'

const limitMs = 10_000

/** How a program ended: with an exit code, or killed at the end of its time. */
export interface ProgramEnd {
  code: number | 'killed'
  output: string
}

/** Whether a program is installed here; `args` make it say something and end. */
export function isInstalled(name: string, args: readonly string[]): boolean {
  return spawnSync(name, args, { timeout: limitMs }).error === undefined
}

/** A program of somebody else's that runs beside a test: never longer than its time, nor than the test. */
export class Program {
  /** Resolves when the program has ended and everything that it said is there. */
  readonly ended: Promise<ProgramEnd>
  readonly #child
  #output = ''

  constructor(name: string, args: readonly string[]) {
    this.#child = spawn(name, args, { timeout: limitMs, killSignal: 'SIGKILL' })
    onTestFinished(() => {
      this.#child.kill('SIGKILL')
    })
    const listen = (chunk: Buffer) => {
      this.#output += chunk.toString()
    }
    this.#child.stdout.on('data', listen)
    this.#child.stderr.on('data', listen)
    // It may have ended before it has read everything.
    this.#child.stdin.on('error', () => undefined)
    this.ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject)
      this.#child.once('close', (code) => resolve({ code: code ?? 'killed', output: this.#output }))
    })
  }

  /** Both streams, as they came. */
  get output(): string {
    return this.#output
  }

  /** Says a line to the program. */
  say(line: string): void {
    this.#child.stdin.write(`${line}\n`)
  }

  /** Says that nothing more will be said. */
  endInput(): void {
    this.#child.stdin.end()
  }
}
