import type { AtRisk } from './certificate-survey'
import type { Reach } from './reach'
import { type RenewalWork, renewalAdvice } from './renewal-advice'
import { formatCount } from '@/lib/format-count'

/** Returns the work that certificates at risk make, in counts with their words; contacts only once all are known. */
export function workSummary(rows: readonly AtRisk[]): string[] {
  const count = (isCounted: (row: AtRisk) => boolean) => rows.filter(isCounted).length
  const known = count(({ reach }) => reach !== undefined)
  const expired = `${formatCount(count(({ grade }) => grade === 'expired'))} expired`
  if (known < rows.length) {
    return [
      expired,
      known === 0 ? 'contact not read yet' : `contact known for ${formatCount(known)}`,
    ]
  }
  const unclear = count(({ reach }) => reach === 'expired')
  const resting = count(({ reach }) => isWork(reach, 'later'))
  const parts: [number, string][] = [
    [count(({ reach }) => reach === 'lockedOut'), 'locked out'],
    [count(({ reach }) => reach === 'dark'), 'not trying to connect'],
    ...optional(unclear, 'may be locked out (can’t tell)'),
    [count(({ reach }) => isWork(reach, 'visit')), 'need a visit'],
    [count(({ reach }) => isWork(reach, 'remote')), 'can be renewed remotely'],
    ...optional(resting, 'not in service'),
  ]
  return [expired, ...parts.map(([number, words]) => `${formatCount(number)} ${words}`)]
}

function isWork(reach: Reach | undefined, work: RenewalWork): boolean {
  return reach !== undefined && renewalAdvice(reach).work === work
}

/** A count that is worth its place only when there are some. */
function optional(number: number, words: string): [number, string][] {
  return number === 0 ? [] : [[number, words]]
}
