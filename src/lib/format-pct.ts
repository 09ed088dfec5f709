const decimals = 3

/** From this number on, plain digits would suggest a precision that the number doesn't have. */
export const endless = 1e15

/** Formats `value` × 10 ^ `exponent` as "1.5E12", even beyond the largest number. */
export function formatScientific(value: number, exponent = 0): string {
  if (value === 0) return '0'
  const [mantissa = '', own = ''] = value.toExponential(decimals).split('e')
  return `${Number(mantissa)}E${Number(own) + exponent}`
}

/** Returns the decimals for percentages of one column: 1 when any of them has one, so that their digits line up. */
export function pctDecimals(pcts: readonly number[]): 0 | 1 {
  return pcts.some((pct) => formatPct(pct).includes('.')) ? 1 : 0
}

/**
 * Formats a percentage as "66.7 %" with a non-breaking space. Only exactly 100 reads as 100 %, and only exactly 0 as 0 %.
 * `fewest` are the decimals that are always shown.
 */
export function formatPct(pct: number, fewest: 0 | 1 = 0): string {
  if (Math.abs(pct) >= endless) return `${formatScientific(pct)}\u00A0%`
  if (pct < 0 && pct > -0.05) return '< 0\u00A0%'
  if (pct > 0 && pct < 0.05) return '< 0.1\u00A0%'
  if (pct >= 99.95 && pct < 100) return '> 99.9\u00A0%'
  if (pct > 100 && pct < 100.05) return '> 100\u00A0%'
  return `${pct.toLocaleString('en-GB', { minimumFractionDigits: fewest, maximumFractionDigits: 1 })}\u00A0%`
}
