import { commandTimeMs } from './command-time'
import type { Command } from '@/api/commands'
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

/**
 * The documents give no order of the history. So only a page covers that is all there is, or that reaches back to a known row
 * and lists the latest first by its own times.
 */
function isCovered({ commands, hasMore }: HistoryReading, seenIds: readonly string[]): boolean {
  if (!hasMore) return true
  const isKnown = commands.some(({ id }) => seenIds.includes(id))
  return isKnown && (isLatestFirst(commands, 'createdAt') || isLatestFirst(commands, 'sentAt'))
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
