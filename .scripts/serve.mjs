// Long-running children: they end with us, we end with them.
import { spawn } from 'node:child_process'
import { root } from './step.mjs'

/** `node --import tsx`: TypeScript in one process, so that signals and exit codes are the sandbox's own. */
export const sandboxArgs = ['--import', 'tsx', 'sandbox/main.ts']

/**
 * Runs Node programs side by side until one of them ends; stops the others and exits with its code.
 * @param {readonly (readonly string[])[]} programs
 */
export function serve(programs) {
  const children = programs.map((args) =>
    spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }),
  )
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    for (const child of children) if (child.exitCode === null) child.kill(signal)
  }
  // Ctrl-C in a terminal reaches the children by itself; a second one would cut their clean end short.
  process.on('SIGINT', () => process.stdin.isTTY || stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGHUP', () => stop('SIGTERM'))
  for (const child of children) {
    child.on('exit', (code, signal) => {
      process.exitCode ??= code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
      stop('SIGTERM')
    })
  }
}
