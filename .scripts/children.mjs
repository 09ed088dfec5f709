// Long-running child processes: they stop when this script stops, and the other way round.

/**
 * Waits until one of the children exits, stops the others and exits with its code.
 * @param {readonly import('node:child_process').ChildProcess[]} children
 */
export function endTogether(children) {
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    for (const child of children) if (child.exitCode === null) child.kill(signal)
  }
  // Ctrl-C in a terminal reaches the children directly; a second signal would interrupt their clean shutdown.
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
