const soonMs = 1_000

/** Runs a function when the page has nothing more urgent to do; returns the function to cancel it. */
export function whenIdle(run: () => void): () => void {
  // Safari does not support idle callbacks.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, soonMs)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(run, { timeout: 2 * soonMs })
  return () => cancelIdleCallback(handle)
}

/** Resolves when the page has nothing more urgent to do; at once in a hidden tab, where it would wait for long. */
export function untilIdle(): Promise<void> {
  if (document.visibilityState === 'hidden') return Promise.resolve()
  return new Promise((resolve) => void whenIdle(resolve))
}
