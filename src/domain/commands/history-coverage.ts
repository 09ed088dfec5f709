import { commandTimeMs } from './command-time'
import type { Command, CommandPage } from '@/api/commands'
import { isUnreadable } from '@/lib/unreadable'

/** A reading of the first page of a plant's history. */
export interface HistoryReading {
  commands: readonly Command[]
  hasMore: boolean
  /** Number of rows without a readable ID. */
  unreadableRows: number
  /** Unix ms, device's clock. */
  readAtMs: number
}

/** Returns the first page of a history as a reading; undefined before the first. `readAtMs`: Unix ms, device's clock. */
export function historyReadingOf(
  page: CommandPage | undefined,
  readAtMs: number,
): HistoryReading | undefined {
  if (!page) return undefined
  const { data: commands, meta, unreadableRows } = page
  return { commands, hasMore: meta.hasNext, unreadableRows, readAtMs }
}

/** The reason why a reading can't show that a command is missing from the history. */
export type CoverageGap = 'not-read-before' | 'not-covered' | 'not-readable'

/** Returns why a reading can't show that a command is missing; `seenIds` are those in the history before the click. */
export function coverageGap(
  reading: HistoryReading,
  seenIds: readonly string[] | undefined,
): CoverageGap | undefined {
  if (seenIds === undefined) return 'not-read-before'
  if (!isCovered(reading, seenIds)) return 'not-covered'
  const isUnclear = reading.commands.some(
    (row) => !seenIds.includes(row.id) && isUnreadable(row, 'command', 'payload'),
  )
  return isUnclear || reading.unreadableRows > 0 ? 'not-readable' : undefined
}

/** A page that doesn't show the latest commands covers nothing; one that does reaches back to a known row. */
function isCovered(reading: HistoryReading, seenIds: readonly string[]): boolean {
  if (!reading.hasMore) return true
  return reading.commands.some(({ id }) => seenIds.includes(id)) && showsLatest(reading)
}

/**
 * Returns true when the first page of a history contains its latest commands. The contract assumes that order, but doesn't
 * state it; so the page is all there is, or lists the latest first by its own times.
 */
export function showsLatest({
  commands,
  hasMore,
}: Pick<HistoryReading, 'commands' | 'hasMore'>): boolean {
  if (!hasMore) return true
  return isLatestFirst(commands, 'createdAt') || isLatestFirst(commands, 'sentAt')
}

function isLatestFirst(
  commands: readonly Command[],
  member: Parameters<typeof commandTimeMs>[1],
): boolean {
  const times = commands.map((row) => commandTimeMs(row, member) ?? Number.NaN)
  const [latest = Number.NaN, earliest = Number.NaN] = [times[0], times.at(-1)]
  // Equal times would show no order.
  return latest > earliest && times.every((atMs, at) => atMs <= (times[at - 1] ?? latest))
}
