import type { EnergyTotal, Share } from '@/domain/energy/energy-balance'

export type EnergySeries = EnergyTotal | 'used'

export const seriesLabels: Record<EnergySeries, string> = {
  produced: 'Produced',
  imported: 'Imported',
  exported: 'Exported',
  used: 'Used here',
}

export const seriesColours: Record<EnergySeries, string> = {
  produced: 'var(--color-produced)',
  imported: 'var(--color-imported)',
  exported: 'var(--color-exported)',
  used: 'var(--color-used)',
}

/** Dash patterns, so that lines differ in more than colour. */
export const lineDashes: Record<EnergyTotal, string | undefined> = {
  produced: undefined,
  imported: '7 4',
  exported: '2 4',
}

const decimals = 3
const smallest = 10 ** -decimals
/** From this amount on, plain digits would suggest a precision that the number doesn't have. */
const endless = 1e15
const largest = '1.797E308'

/** Formats an amount. Those other than 0 never read as 0, and a sum beyond the largest number reads as more. */
export function formatAmount(value: number, minDecimals = 0): string {
  if (value !== 0 && Math.abs(value) < smallest / 2) {
    return value > 0 ? `< ${smallest}` : `> -${smallest}`
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? `> ${largest}` : `< -${largest}`
  }
  if (Math.abs(value) >= endless) return formatScientific(value)
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: minDecimals,
    maximumFractionDigits: decimals,
  })
}

/** Formats an amount for a chart, where there is room for a few digits only. */
export function formatShortAmount(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) < 1e5) return formatAmount(value)
  return Math.abs(value) < 1e9 ? formatDecimals(value, 0) : formatScientific(value)
}

export function formatDecimals(value: number, count: number): string {
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: count,
    maximumFractionDigits: count,
  })
}

/** Formats `value` × 10 ^ `exponent` as "1.5E12", even beyond the largest number. */
export function formatScientific(value: number, exponent = 0): string {
  if (value === 0) return '0'
  const [mantissa = '', own = ''] = value.toExponential(decimals).split('e')
  return `${Number(mantissa)}E${Number(own) + exponent}`
}

/** Formats a share as "66.7 %" with a non-breaking space. Only exactly 1 reads as 100 % and only exactly 0 as 0 %. */
export function formatPct(pct: number): string {
  if (Math.abs(pct) >= endless) return `${formatScientific(pct)}\u00A0%`
  if (pct < 0 && pct > -0.05) return '< 0\u00A0%'
  if (pct > 0 && pct < 0.05) return '< 0.1\u00A0%'
  if (pct >= 99.95 && pct < 100) return '> 99.9\u00A0%'
  if (pct > 100 && pct < 100.05) return '> 100\u00A0%'
  return `${pct.toLocaleString('en-GB', { maximumFractionDigits: 1 })}\u00A0%`
}

/** Formats an amount as "12.3 kWh", or states that there is no value. */
export function amountWithUnit(
  value: number | null | undefined,
  unit: string,
  format: (value: number) => string = formatAmount,
): string {
  return typeof value === 'number' ? `${format(value)}\u00A0${unit}` : 'no value'
}

export function listOfTotals(totals: readonly EnergyTotal[]): string {
  return new Intl.ListFormat('en-GB').format(totals)
}

export function shareText(share: Share): string {
  if (share.kind === 'known') return formatPct(share.pct)
  return share.kind === 'nothing' ? 'no share' : 'no value'
}
