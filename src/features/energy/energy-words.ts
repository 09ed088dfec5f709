import type { EnergyTotal, Share } from '@/domain/energy-balance'

/** What a chart, a tile or a row of a table is about. */
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

/** Lines are told apart by more than their colour. */
export const lineDashes: Record<EnergyTotal, string | undefined> = {
  produced: undefined,
  imported: '7 4',
  exported: '2 4',
}

const decimals = 3
const smallest = 10 ** -decimals

/** An amount as exact as the platform tells it; what is not 0 never reads as 0. */
export function formatAmount(value: number, leastDecimals = 0): string {
  if (value !== 0 && Math.abs(value) < smallest / 2) {
    return value > 0 ? `< ${smallest}` : `> -${smallest}`
  }
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: leastDecimals,
    maximumFractionDigits: decimals,
  })
}

/** "66.7 %", with a space that does not break. Only a whole share reads 100 %, only none reads 0 %. */
export function formatPct(pct: number): string {
  if (pct > 0 && pct < 0.05) return '< 0.1\u00A0%'
  if (pct >= 99.95 && pct < 100) return '> 99.9\u00A0%'
  return `${pct.toLocaleString('en-GB', { maximumFractionDigits: 1 })}\u00A0%`
}

/** "12.3 kWh", or that there is no value. */
export function amountWithUnit(value: number | null | undefined, unit: string): string {
  return typeof value === 'number' ? `${formatAmount(value)}\u00A0${unit}` : 'no value'
}

/** "produced, imported and exported". */
export function listOfTotals(totals: readonly EnergyTotal[]): string {
  return new Intl.ListFormat('en-GB').format(totals)
}

/** A share, or which kind of none it is. */
export function shareText(share: Share): string {
  if (share.kind === 'known') return formatPct(share.pct)
  return share.kind === 'nothing' ? 'no share' : 'no value'
}
