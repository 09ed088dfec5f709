/** Pages arrive faster than a page can be drawn. */
const minBetweenMs = 200
/** Drawing a large fleet takes at most one part in so many of the time; the rest is for reading on and for the user. */
const fleetPart = 12

/**
 * Wraps a subscription so that its listeners are called at most every 200 ms, and less often when drawing a change takes
 * long, as with 100,000 plants; the last change is never lost.
 */
export function calmSubscription(
  subscribe: (listener: () => void) => () => void,
  partOfTime = fleetPart,
): (listener: () => void) => () => void {
  return (listener) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let nextAtMs = -Infinity
    let drawn: ReturnType<typeof setTimeout> | undefined
    function call(): void {
      timer = undefined
      const calledAtMs = performance.now()
      nextAtMs = calledAtMs + minBetweenMs
      listener()
      // React draws before the next task.
      drawn = setTimeout(() => {
        const tookMs = performance.now() - calledAtMs
        nextAtMs = calledAtMs + Math.max(minBetweenMs, tookMs * partOfTime)
      })
    }
    function callOrWait(): void {
      timer = undefined
      const waitMs = nextAtMs - performance.now()
      if (waitMs <= 0) call()
      else timer = setTimeout(callOrWait, waitMs)
    }
    const unsubscribe = subscribe(() => {
      if (timer === undefined) callOrWait()
    })
    return () => {
      clearTimeout(timer)
      clearTimeout(drawn)
      unsubscribe()
    }
  }
}
