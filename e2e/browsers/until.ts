const patienceMs = 30_000
const pollMs = 50

/** Repeats a check until it holds; fails with what the last try said after half a minute. */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined | false>,
): Promise<T> {
  const giveUpAt = performance.now() + patienceMs
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
  const told = reason instanceof Error ? ` (${reason.message})` : ''
  throw new Error(`Not after ${patienceMs / 1000} s: ${what}${told}`)
}
