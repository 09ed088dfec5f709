// Which readings of the fleet this device keeps, so that a later one can be compared with them: the latest, the last one
// of the visit before, and one for each part of the day.
import { hourMs, minuteMs } from '@/lib/instants'

/** A visit without a reading for this long has ended: the next reading begins another. */
const visitGapMs = 30 * minuteMs
/** Kept readings are at least this much apart: each is made by a pass over the whole index. */
const betweenReadingsMs = 2 * minuteMs
/** A reading of 100,000 plants takes some 10 MB, so a large fleet keeps fewer. */
const largeFleet = 20_000
const hoursApart = { small: 1, large: 6 }
const dayHours = 24

/** Place of a kept reading. */
export type ReadingSlot = 'latest' | 'visit' | `hour-${number}`

/** A kept reading without its plants. */
export interface KeptReading {
  slot: ReadingSlot
  /** Unix ms, server's clock. */
  atMs: number
}

/** Changes of the slots for a new reading. */
interface SlotChanges {
  /** True when the reading that was the latest so far is the last one of the visit before. */
  endsVisit: boolean
  /** Slots that the new reading takes; none when the latest is recent enough. */
  slots: ReadingSlot[]
}

/** Decides which slots a reading of a fleet takes; times are Unix ms on the server's clock. */
export function slotsFor(
  kept: readonly KeptReading[],
  { atMs, plants }: { atMs: number; plants: number },
): SlotChanges {
  const latestMs = timeOf(kept, 'latest')
  // A clock that was set back must not keep a reading for ever.
  const sinceLatestMs = latestMs === undefined ? Infinity : Math.abs(atMs - latestMs)
  if (sinceLatestMs < betweenReadingsMs) return { endsVisit: false, slots: [] }
  const endsVisit = latestMs !== undefined && sinceLatestMs >= visitGapMs
  const hour = hourSlot(atMs, plants)
  const isHourTaken = Math.abs(atMs - (timeOf(kept, hour) ?? -Infinity)) < hourMs
  return { endsVisit, slots: isHourTaken ? ['latest'] : ['latest', hour] }
}

function hourSlot(atMs: number, plants: number): ReadingSlot {
  const apart = plants > largeFleet ? hoursApart.large : hoursApart.small
  const hour = Math.floor(atMs / hourMs / apart) * apart
  return `hour-${hour % dayHours}`
}

function timeOf(kept: readonly KeptReading[], wanted: ReadingSlot): number | undefined {
  return kept.find(({ slot }) => slot === wanted)?.atMs
}

/** A scope that was not opened for so long is forgotten. */
const scopeKeptMs = 14 * dayHours * hourMs

/** Returns the readings that no later one will be compared with; `scope` is the API with the organization. */
export function outdatedReadings<Kept extends KeptReading & { scope: string }>(
  kept: readonly Kept[],
  nowMs: number,
): Kept[] {
  const latestOf = new Map<string, number>()
  for (const { scope, atMs } of kept) {
    latestOf.set(scope, Math.max(atMs, latestOf.get(scope) ?? -Infinity))
  }
  return kept.filter(
    ({ scope, slot, atMs }) =>
      nowMs - (latestOf.get(scope) ?? 0) > scopeKeptMs ||
      (slot.startsWith('hour-') && Math.abs(nowMs - atMs) > dayHours * hourMs),
  )
}

/** A kept reading that a later one can be compared with. */
export interface ComparableReading extends KeptReading {
  isLastVisit: boolean
}

/**
 * Returns the readings that the one at `nowMs` can be compared with: the last visit's first, then those of the past day,
 * the latest first. A visit whose latest reading is old has ended, even if no reading of this one is kept yet.
 */
export function comparableReadings(
  kept: readonly KeptReading[],
  nowMs: number,
): ComparableReading[] {
  const latestMs = timeOf(kept, 'latest')
  const hasEnded = latestMs !== undefined && Math.abs(nowMs - latestMs) >= visitGapMs
  const last = hasEnded ? 'latest' : 'visit'
  const visit = kept.filter(({ slot }) => slot === last)
  const ofToday = kept.filter(
    ({ slot, atMs }) =>
      slot.startsWith('hour-') && atMs <= nowMs && nowMs - atMs < dayHours * hourMs,
  )
  return [
    ...visit.map((one) => ({ ...one, isLastVisit: true })),
    ...ofToday
      .toSorted((one, other) => other.atMs - one.atMs)
      .map((one) => ({ ...one, isLastVisit: false })),
  ]
}
