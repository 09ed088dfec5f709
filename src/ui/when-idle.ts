const soonMs = 1_000

/** Does something once the page has nothing more urgent to do; returns how to give it up. */
export function whenIdle(run: () => void): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, soonMs)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(run, { timeout: 2 * soonMs })
  return () => cancelIdleCallback(handle)
}
