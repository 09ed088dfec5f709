// From power to energy. Between two samples power is a straight line, so the area below it is exact; where the
// grid power changes its sign, and at 00:00 UTC, the line is cut at exactly that moment.

/** Power of a plant at one moment, kW. */
export interface PowerSample {
  /** Unix time, ms. */
  readonly atMs: number
  readonly productionKw: number
  /** Positive while importing, negative while exporting. */
  readonly gridKw: number
}

/** Energy, kWh; none of them is ever negative. */
export interface EnergyTotals {
  readonly producedKwh: number
  readonly importedKwh: number
  readonly exportedKwh: number
}

/** Energy by UTC day, and the sample to go on from. */
export interface Integration {
  readonly days: ReadonlyMap<string, EnergyTotals>
  readonly last: PowerSample | null
}

/** Samples further apart (ms) are a gap, of which nothing is known. */
export const longestIntervalMs = 15 * 60_000

export const dayMs = 24 * 60 * 60_000
const hourMs = 3_600_000

/** Nothing of which is known yet. */
export const noEnergy: EnergyTotals = { producedKwh: 0, importedKwh: 0, exportedKwh: 0 }

/**
 * Counts samples on from the last one counted; null when there is none. Samples that are not newer than the one
 * before them, late or repeated, count nothing.
 */
export function integrate(last: PowerSample | null, samples: Iterable<PowerSample>): Integration {
  const days = new Map<string, EnergyTotals>()
  let from = last
  for (const to of samples) {
    if (from && to.atMs <= from.atMs) continue
    if (from && to.atMs - from.atMs <= longestIntervalMs) {
      for (const [start, end] of cutAtMidnight(from, to)) {
        const date = utcDay(start.atMs)
        days.set(date, sum(days.get(date) ?? noEnergy, energyBetween(start, end)))
      }
    }
    from = to
  }
  return { days, last: from }
}

/** The UTC day of a moment (Unix ms), YYYY-MM-DD. */
export function utcDay(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10)
}

/** What was produced and taken from or given to the grid between two samples. */
function energyBetween(start: PowerSample, end: PowerSample): EnergyTotals {
  const hours = (end.atMs - start.atMs) / hourMs
  const [a, b] = [start.gridKw, end.gridKw]
  // The share of the time before the grid power changes its sign; all of it when it does not.
  const share = a * b < 0 ? a / (a - b) : 1
  const before = share === 1 ? ((a + b) / 2) * hours : (a / 2) * share * hours
  const after = share === 1 ? 0 : (b / 2) * (1 - share) * hours
  return {
    producedKwh: ((start.productionKw + end.productionKw) / 2) * hours,
    importedKwh: Math.max(0, before) + Math.max(0, after),
    exportedKwh: Math.max(0, -before) + Math.max(0, -after),
  }
}

function cutAtMidnight(from: PowerSample, to: PowerSample): [PowerSample, PowerSample][] {
  const midnightMs = (Math.floor(from.atMs / dayMs) + 1) * dayMs
  if (to.atMs <= midnightMs) return [[from, to]]
  const share = (midnightMs - from.atMs) / (to.atMs - from.atMs)
  const midnight = {
    atMs: midnightMs,
    productionKw: from.productionKw + share * (to.productionKw - from.productionKw),
    gridKw: from.gridKw + share * (to.gridKw - from.gridKw),
  }
  return [
    [from, midnight],
    [midnight, to],
  ]
}

function sum(one: EnergyTotals, other: EnergyTotals): EnergyTotals {
  return {
    producedKwh: one.producedKwh + other.producedKwh,
    importedKwh: one.importedKwh + other.importedKwh,
    exportedKwh: one.exportedKwh + other.exportedKwh,
  }
}
