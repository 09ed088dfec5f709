// Long-running children: they end with us, we end with them.

/**
 * Waits until one of the children ends, stops the others and exits with its code.
 * @param {readonly import('node:child_process').ChildProcess[]} children
 */
export function endTogether(children) {
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
