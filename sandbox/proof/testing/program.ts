import { spawn, spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'

const limitMs = 10_000

/** End of a program: its exit code, or killed after its time limit. */
export interface ProgramEnd {
  code: number | 'killed'
  output: string
}

/** Returns true if a program is installed; `args` make it exit on its own. */
export function isInstalled(name: string, args: readonly string[]): boolean {
  return spawnSync(name, args, { timeout: limitMs }).error === undefined
}

/** External program that runs during a test, limited by its time and by the test. */
export class Program {
  /** Resolves once the program has exited and all its output was read. */
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
    // The program may have exited before it read everything.
    this.#child.stdin.on('error', () => undefined)
    this.ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject)
      this.#child.once('close', (code) => resolve({ code: code ?? 'killed', output: this.#output }))
    })
  }

  /** Output of both streams, in order of arrival. */
  get output(): string {
    return this.#output
  }

  say(line: string): void {
    this.#child.stdin.write(`${line}\n`)
  }

  endInput(): void {
    this.#child.stdin.end()
  }
}
