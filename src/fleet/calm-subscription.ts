/** Pages arrive faster than a page can be drawn. */
const leastBetweenMs = 120

/** Wraps a subscription so that its listeners are called at most every 120 ms; the last change is never lost. */
export function calmSubscription(
  subscribe: (listener: () => void) => () => void,
): (listener: () => void) => () => void {
  return (listener) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let calledAtMs = -Infinity
    function call(): void {
      timer = undefined
      calledAtMs = performance.now()
      listener()
    }
    const unsubscribe = subscribe(() => {
      const waitMs = calledAtMs + leastBetweenMs - performance.now()
      if (waitMs <= 0 && timer === undefined) call()
      else timer ??= setTimeout(call, waitMs)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }
}
