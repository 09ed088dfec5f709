const timeoutMs = 30_000
const pollMs = 50

/** Repeats a check until it succeeds; returns its result. Fails after 30 s with the error of the last attempt. */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined | false>,
): Promise<T> {
  const giveUpAt = performance.now() + timeoutMs
  let reason: unknown = undefined
  do {
    try {
      const result = await check()
      if (result !== undefined && result !== false) return result
      reason = undefined
    } catch (error) {
      reason = error
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  } while (performance.now() < giveUpAt)
  const detail = reason instanceof Error ? ` (${reason.message})` : ''
  throw new Error(`Timed out after ${timeoutMs / 1000} s: ${what}${detail}`)
}
