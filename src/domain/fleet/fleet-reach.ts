import { type Completeness, type Gap, isStillReading } from './completeness'
import { countOf, formatCount } from '@/lib/format-count'

/** The part of the fleet that a search or a figure covers. */
interface FleetReach {
  searched: number
  /** Undefined before the first page of the list, null when the list doesn't state a total. */
  total: number | null | undefined
  completeness: Completeness
  /** The reason why reading stopped. */
  failure: string | undefined
}

const missing = 'The list changed while it was being read, so plants may be missing.'

const wordsOfGap: Record<Gap, string> = {
  reading: '',
  unreadable: ' Some couldn’t be read.',
  moved: ` ${missing}`,
  'total-differs': ` ${missing}`,
  'no-total': '',
}

/** Returns a sentence, after a space, on why the list may lack plants; '' when nothing else than its end is missing. */
export function gapWords(completeness: Completeness): string {
  return completeness.kind === 'incomplete' ? wordsOfGap[completeness.gap] : ''
}

/** Says, without the reason, that reading stopped after a number of plants. */
export function stoppedAfter(searched: number): string {
  return `Searched ${countOf(searched, 'plant')}, then it stopped`
}

/** Describes how many plants a search covers. It says "all" only when that is proven. */
export function describeReach({ searched, total, completeness, failure }: FleetReach): string {
  const count = formatCount(searched)
  if (failure !== undefined) return `${stoppedAfter(searched)}: ${failure}.`
  if (total === undefined) return 'Loading the list of plants…'
  const gap = gapWords(completeness)
  if (total === null) return `Searched ${count} plants; the total is unknown.${gap}`
  if (completeness.kind === 'complete') {
    if (searched === 0) return 'The fleet has no plants.'
    return searched === 1 ? 'Searched the fleet’s only plant.' : `Searched all ${count} plants.`
  }
  return `Searched ${count} of ${formatCount(Math.max(total, searched))} plants.${gap}`
}

/** The plants that a list shows of those read so far. */
interface ListedFleet {
  matches: number
  isFiltered: boolean
  plants: number
  /** Undefined before the first page of the list, null when the list doesn't state a total. */
  total: number | null | undefined
  completeness: Completeness
  /** True while plants come from an earlier visit. */
  isFromSnapshot: boolean
}

/** Counts the plants of a list for its heading; while the list is being read, the words say so: "100 of 240 read". */
export function countListed(fleet: ListedFleet): string {
  const { matches, isFiltered, plants, completeness, isFromSnapshot } = fleet
  const total = Math.max(fleet.total ?? 0, plants)
  const isReading = isStillReading(completeness)
  if (!isReading || total === 0) {
    return isFiltered ? `${formatCount(matches)} of ${formatCount(total)}` : formatCount(total)
  }
  const ofTotal = typeof fleet.total === 'number' ? ` of ${formatCount(total)}` : ''
  const read = `${formatCount(plants)}${isFromSnapshot ? ' saved' : `${ofTotal} read`}`
  if (!isFiltered) return read
  // “Matches in 3,000 saved” seems to leave out a word; without a filter, the heading’s title has it.
  const among = isFromSnapshot ? countOf(plants, 'saved plant') : read
  return `${countOf(matches, 'match', 'matches')} in ${among}`
}

const whyIncomplete: Record<Gap, string> = {
  reading: 'Incomplete. The list is still being read.',
  unreadable: 'Incomplete. Some plants couldn’t be read.',
  moved: `Incomplete. ${missing}`,
  'total-differs': `Incomplete. ${missing}`,
  'no-total': 'Unknown. The server doesn’t state how many plants there are.',
}

/** The fleet that a file is exported from. */
export interface FiledFleet {
  completeness: Completeness
  /** True while plants come from an earlier visit. */
  isFromSnapshot: boolean
  /** The reason why reading stopped. */
  failure: string | undefined
}

/** States in an exported file whether the fleet was complete; `timeText` formats Unix ms. */
export function describeCompleteness(
  { completeness, isFromSnapshot, failure }: FiledFleet,
  timeText: (atMs: number) => string,
): string {
  const stopped = failure === undefined ? '' : ` Then reading stopped: ${failure}.`
  if (isFromSnapshot) {
    return `Unknown. The plants were saved on this device, and not all read again yet.${stopped}`
  }
  if (completeness.kind === 'complete') {
    return `Complete as of ${timeText(completeness.asOfMs)}.${stopped}`
  }
  if (completeness.kind === 'probable') return `${probablyComplete}${stopped}`
  const isStopped = failure !== undefined && completeness.gap === 'reading'
  return isStopped
    ? `Incomplete. Reading stopped: ${failure}.`
    : `${whyIncomplete[completeness.gap]}${stopped}`
}

/** Text for a list that was read once. */
export const probablyComplete = 'Probably complete: the list was read once, without a change.'
