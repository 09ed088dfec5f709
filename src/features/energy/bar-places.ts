/** Start and length of a bar, in per cent of the available width. */
interface BarPlace {
  fromPct: number
  lengthPct: number
}

/** Minimum length, so that 0 is visible as a sliver: only a missing value has no bar. */
const minPct = 0.3

/**
 * Returns the places of bars on one scale, from the lowest amount (0 or below) to the highest one; undefined for an
 * unknown amount. Every amount becomes a share of the longest first, so that no sum or difference can overflow.
 */
export function barsOf(amounts: readonly (number | null)[]): {
  zeroPct: number
  bars: (BarPlace | undefined)[]
} {
  const known = amounts.map((amount) => (amount === null ? null : finite(amount)))
  const longest = Math.max(...known.map((amount) => Math.abs(amount ?? 0)))
  const shares = known.map((amount) =>
    amount === null || longest === 0 ? amount : amount / longest,
  )
  const least = Math.min(0, ...shares.map((share) => share ?? 0))
  const most = Math.max(0, ...shares.map((share) => share ?? 0))
  const span = most - least || 1
  const zeroPct = ((0 - least) / span) * 100
  const bars = shares.map((share) => {
    if (share === null) return undefined
    const lengthPct = Math.max((Math.abs(share) / span) * 100, minPct)
    return { fromPct: share < 0 ? Math.max(0, zeroPct - lengthPct) : zeroPct, lengthPct }
  })
  return { zeroPct, bars }
}

/** Sums beyond the largest number are drawn as the largest number. */
function finite(amount: number): number {
  return Math.min(Math.max(amount, -Number.MAX_VALUE), Number.MAX_VALUE)
}
