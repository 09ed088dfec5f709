import { countOf, formatCount } from '@/lib/format-count'
import { hourMs } from '@/lib/instants'

/** The part of the fleet whose details were read, which takes a request for each plant. */
export interface DetailCoverage {
  /** Plants whose details were read. */
  read: number
  /** Plants whose latest reading failed, even if an earlier one succeeded. */
  failed: number
  /** Plants that were read or whose reading failed. */
  tried: number
  /** Plants of the fleet; null when the list doesn't state how many there are. */
  total: number | null
  /** The most plants that are read. */
  most: number
}

/** Returns "212 of 12,400 plants", or how many when the fleet's size is unknown. */
export function ofPlants(known: number, total: number | null): string {
  if (total === null) return `${countOf(known, 'plant')} of an unknown number`
  return `${formatCount(known)} of ${countOf(Math.max(total, known), 'plant')}`
}

/** Returns true when every plant of the fleet was read, and the latest reading of none failed. */
export function isWholeFleetRead({ read, failed, total }: DetailCoverage): boolean {
  return total !== null && read >= total && failed === 0
}

/** Returns true while the oldest reading (Unix ms, as is now) is recent enough to rule something out: one hour at most. */
export function isRecentReading(oldestReadAtMs: number | undefined, nowMs: number): boolean {
  return oldestReadAtMs !== undefined && nowMs - oldestReadAtMs <= hourMs
}

/** Describes what is missing from the details of a fleet, as sentences; '' when nothing is. */
export function missingDetails(coverage: DetailCoverage): string {
  const { tried, failed, total, most } = coverage
  const unread = total === null ? 0 : Math.max(0, Math.min(total, most) - tried)
  return [
    unread > 0 && `Still to read: ${countOf(unread, 'plant')}, one request each.`,
    failed > 0 && `${countOf(failed, 'plant')} couldn’t be read.`,
    total !== null &&
      total > most &&
      `Of a fleet this large, only ${formatCount(most)} plants are read, the most urgent first.`,
  ]
    .filter((sentence) => sentence !== false)
    .join(' ')
}
