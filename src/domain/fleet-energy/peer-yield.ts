// A plant is compared with the median: one broken or huge plant doesn't move it, as it would move an average.
import { whyLeftOut } from './fleet-day'
import type { PlantDay } from './plant-day'
import { minuteMs } from '@/lib/instants'

/** A plant's production of a day, the peak power of its panels, and the time of reading (Unix ms, server's clock). */
export interface YieldSource {
  plantId: string
  day: PlantDay
  peakKwp: number | null
  readAtMs: number
}

/** A plant that yields less than its peers. */
interface LowYield {
  plantId: string
  /** Production for each kWp, in the unit of the totals. */
  perKwp: number
  /** Part of the median by which it is lower, 0 to 1. */
  below: number
}

/** The plants whose yields can be compared. */
export interface PeerYield {
  peers: number
  /** Median of the production for each kWp; undefined with too few peers, or before anything was produced. */
  median: number | undefined
  /** Those furthest below the median, furthest first. */
  low: readonly LowYield[]
  /** Span of the readings, Unix ms; undefined without peers. */
  fromMs: number | undefined
  toMs: number | undefined
}

/** With fewer plants, the median says more about the plants than about the weather. */
export const minPeers = 5
/** Production only grows during a day, so that readings further apart can't be compared. */
const comparableMs = 15 * minuteMs
/** Neighbouring plants differ by clouds and by the direction of their panels. */
export const lowFrom = 0.3

/** Compares today's production for each kWp among the plants that have both figures and were read at about the same time. */
export function peerYield(sources: Iterable<YieldSource>, date: string): PeerYield {
  const usable = Array.from(sources).flatMap(({ plantId, day, peakKwp, readAtMs }) => {
    const { produced } = day
    if (whyLeftOut(day, date) !== undefined || produced === null) return []
    if (peakKwp === null || !(peakKwp > 0)) return []
    return [{ plantId, perKwp: produced / peakKwp, readAtMs }]
  })
  const latestMs = usable.reduce((latest, { readAtMs }) => Math.max(latest, readAtMs), -Infinity)
  const peers = usable.filter(({ readAtMs }) => latestMs - readAtMs <= comparableMs)
  const oldestMs = peers.reduce((oldest, { readAtMs }) => Math.min(oldest, readAtMs), Infinity)
  const middle = medianOf(peers.map(({ perKwp }) => perKwp))
  const median = peers.length >= minPeers && middle > 0 ? middle : undefined
  return {
    peers: peers.length,
    median,
    low: median === undefined ? [] : lowYields(peers, median),
    fromMs: peers.length > 0 ? oldestMs : undefined,
    toMs: peers.length > 0 ? latestMs : undefined,
  }
}

function lowYields(
  peers: readonly { plantId: string; perKwp: number }[],
  median: number,
): LowYield[] {
  return peers
    .map(({ plantId, perKwp }) => ({ plantId, perKwp, below: 1 - perKwp / median }))
    .filter(({ below }) => below >= lowFrom)
    .toSorted((a, b) => b.below - a.below)
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [lower = Number.NaN, upper = Number.NaN] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ]
  // Halves first: the sum of two large numbers may overflow.
  return lower / 2 + upper / 2
}
