import type { EnergyToday } from '@/api/energy'
import { isUnreadable } from '@/lib/unreadable'

/** The day's totals that the API measures, in display order. */
export const energyTotals = ['produced', 'imported', 'exported'] as const
export type EnergyTotal = (typeof energyTotals)[number]

/** The day's totals as received; null and undefined are unknown, not 0. */
export type EnergyTotals = { [Total in EnergyTotal]?: number | null | undefined }

/** A share in per cent, or the reason why there is none. */
export type Share =
  | { kind: 'known'; pct: number }
  | { kind: 'missing'; totals: readonly EnergyTotal[] }
  /** The whole is 0: a share of nothing is not 0 %. */
  | { kind: 'nothing' }
  | { kind: 'contradiction' }

/** An impossible value, or a disagreement between two sources. */
export type EnergyContradiction =
  | { kind: 'negative'; total: EnergyTotal; value: number }
  | { kind: 'exported-more'; produced: number; exported: number }
  | { kind: 'share-impossible'; apiPct: number }
  | { kind: 'share-differs'; ownPct: number; apiPct: number }

/** Sums and shares of a day; null for those with an unknown total. */
export interface EnergyBalance {
  /** Produced and not exported, so used on site or stored. */
  usedOfProduced: number | null
  /** Everything used on site, from own production and imports. Infinity when it exceeds the range of a number. */
  used: number | null
  /** (produced - exported) / produced. */
  selfConsumption: Share
  /** (produced - exported) / (produced - exported + imported). */
  selfSufficiency: Share
  contradictions: readonly EnergyContradiction[]
}

/** Our own tolerance: the API's share is rounded, and may be measured at another time than the totals. */
const toleratedPoints = 1
const roundingError = 1e-9

/** Calculates one day's balance. Never divides by 0, and never reports a contradiction as an amount. */
export function energyBalance(
  energy: EnergyTotals & Pick<EnergyToday, 'selfConsumptionPct'>,
): EnergyBalance {
  const contradictions = contradictionsOf(energy)
  const { produced = null, imported = null, exported = null } = energy
  const isSound = contradictions.length === 0
  const usedOfProduced =
    isSound && produced !== null && exported !== null ? Math.max(0, produced - exported) : null
  const used = usedOfProduced !== null && imported !== null ? usedOfProduced + imported : null
  const share = (part: number | null, rest: number | null, of: readonly EnergyTotal[]): Share => {
    if (!isSound) return { kind: 'contradiction' }
    if (part === null || rest === null) {
      return { kind: 'missing', totals: of.filter((total) => (energy[total] ?? null) === null) }
    }
    return shareOf(part, rest)
  }
  const exportedOfProduced =
    exported !== null && produced !== null ? Math.min(exported, produced) : null
  const selfConsumption = share(usedOfProduced, exportedOfProduced, ['produced', 'exported'])
  const selfSufficiency = share(usedOfProduced, imported, energyTotals)
  const shares = shareContradictions(selfConsumption, energy.selfConsumptionPct)
  return {
    usedOfProduced,
    used,
    selfConsumption,
    selfSufficiency,
    contradictions: [...contradictions, ...shares],
  }
}

/** The sum of both parts may overflow, so they are not added. */
function shareOf(part: number, rest: number): Share {
  const larger = Math.max(part, rest)
  if (larger === 0) return { kind: 'nothing' }
  const [one, other] = [part / larger, rest / larger]
  return { kind: 'known', pct: (one / (one + other)) * 100 }
}

/** Energy that went from one place to another, in the unit of the totals. */
export interface EnergyFlow {
  from: 'produced' | 'imported'
  to: 'exported' | 'used'
  amount: number
}

/** Returns the flows of the day's energy; undefined when a total is unknown or contradicts another one. */
export function energyFlows(
  { exported, imported }: EnergyTotals,
  { usedOfProduced }: EnergyBalance,
): EnergyFlow[] | undefined {
  if (usedOfProduced === null || typeof exported !== 'number' || typeof imported !== 'number') {
    return undefined
  }
  const flows: EnergyFlow[] = [
    { from: 'produced', to: 'exported', amount: exported },
    { from: 'produced', to: 'used', amount: usedOfProduced },
    { from: 'imported', to: 'used', amount: imported },
  ]
  return flows.filter(({ amount }) => amount > 0)
}

/** Returns the reason why a day has no flows, when `energyFlows` returns none. */
export function whyNoFlow(energy: EnergyTotals & Pick<EnergyToday, 'unreadable'>): string {
  const needs = 'The flow needs produced, imported and exported; not all of them are'
  if (isUnreadable(energy, ...energyTotals)) return `${needs} readable.`
  return energyTotals.some((total) => (energy[total] ?? null) === null)
    ? `${needs} known.`
    : 'The totals contradict each other, so the flow can’t be drawn.'
}

function contradictionsOf(energy: EnergyTotals): EnergyContradiction[] {
  const negative = energyTotals.flatMap((total): EnergyContradiction[] => {
    const value = energy[total] ?? 0
    return value < 0 ? [{ kind: 'negative', total, value }] : []
  })
  const { produced, exported } = energy
  // Totals are sums of fractions: exporting 0.1 + 0.2 of 0.3 produced is not a contradiction.
  const isMore =
    typeof produced === 'number' &&
    typeof exported === 'number' &&
    exported - produced > roundingError * Math.max(1, exported)
  return isMore ? [...negative, { kind: 'exported-more', produced, exported }] : negative
}

function shareContradictions(own: Share, apiPct: number | null | undefined): EnergyContradiction[] {
  if (typeof apiPct !== 'number') return []
  if (apiPct < 0 || apiPct > 100) return [{ kind: 'share-impossible', apiPct }]
  if (own.kind !== 'known') return []
  const isFar = Math.abs(own.pct - apiPct) > toleratedPoints + roundingError
  return isFar ? [{ kind: 'share-differs', ownPct: own.pct, apiPct }] : []
}
