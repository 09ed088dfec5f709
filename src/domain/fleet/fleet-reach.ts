import type { Completeness, Gap } from './completeness'
import { formatCount } from '@/lib/format-count'

/** The part of the fleet that a search or a figure covers. */
export interface FleetReach {
  searched: number
  /** Undefined before the first page of the list, null when the list doesn't state a total. */
  total: number | null | undefined
  completeness: Completeness
  /** The reason why reading stopped. */
  failure: string | undefined
}

const gapWords: Record<Gap, string> = {
  reading: '',
  unreadable: ' Some couldn’t be read.',
  moved: ' The list changed while it was being read, so plants may be missing.',
  'total-differs': ' The list changed while it was being read, so plants may be missing.',
  'no-total': '',
}

/** Describes how many plants a search covers. It says "all" only when that is proven. */
export function describeReach({ searched, total, completeness, failure }: FleetReach): string {
  const count = formatCount(searched)
  if (failure !== undefined) return `Searched ${count} plants, then it stopped: ${failure}.`
  if (total === undefined) return 'Loading the list of plants…'
  const gap = completeness.kind === 'incomplete' ? gapWords[completeness.gap] : ''
  if (total === null) return `Searched ${count} plants; the total is unknown.${gap}`
  if (completeness.kind === 'complete')
    return searched === 1 ? 'Searched the fleet’s only plant.' : `Searched all ${count} plants.`
  return `Searched ${count} of ${formatCount(Math.max(total, searched))} plants.${gap}`
}
