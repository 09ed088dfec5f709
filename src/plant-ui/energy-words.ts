import type { EnergyTotal, Share } from '@/domain/energy/energy-balance'
import { endless, formatPct, formatScientific } from '@/lib/format-pct'

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

/** Maximum length of a large number, in characters, with five tiles side by side. */
const maxLargeLength = 9

/** Returns true when a number is too long to be set large; those beside it are then set smaller as well. */
export function hasLongNumber(values: readonly (string | undefined)[]): boolean {
  return values.some((value = '') => value.length > maxLargeLength)
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
