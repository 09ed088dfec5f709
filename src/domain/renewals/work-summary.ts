import type { AtRisk } from './certificate-survey'
import type { Reach } from './reach'
import { type RenewalWork, renewalAdvice } from './renewal-advice'
import { countOf, formatCount } from '@/lib/format-count'
import { entriesOf } from '@/lib/keyed-record'

/** Words for each kind of work, for one and for more certificates. Each certificate is in exactly one of them. */
const workWords: Record<RenewalWork, readonly [one: string, many: string]> = {
  visit: ['needs a site visit', 'need a site visit'],
  online: ['is online', 'are online'],
  unclear: ['has an unclear connection', 'have an unclear connection'],
  later: ['is not in service', 'are not in service'],
}

/** These answer a question, so they are stated even if they are 0. */
const alwaysStated: ReadonlySet<RenewalWork> = new Set(['visit', 'online'])

/** Reasons for a visit; each certificate that needs one has exactly one of them. */
const visitReasons = {
  lockedOut: 'locked out',
  dark: 'not trying to connect',
  expired: 'maybe locked out',
  offline: 'offline',
  never: 'never connected',
} as const satisfies Partial<Record<Reach, string>>

/**
 * Sums up the work that certificates at risk make. The parts are disjoint and add up to all of them; contacts are counted
 * only once all are known.
 */
export function workSummary(rows: readonly AtRisk[]): string {
  const expired = rows.filter(({ grade }) => grade === 'expired').length
  const ofThem = expired === 0 ? '' : `, ${formatCount(expired)} of them expired`
  return `${ofThem}: ${partsOf(rows).join(' · ')}`
}

function partsOf(rows: readonly AtRisk[]): string[] {
  const reaches = rows.flatMap(({ reach }) => reach ?? [])
  if (reaches.length < rows.length) {
    const known = formatCount(reaches.length)
    return [reaches.length === 0 ? 'contact not read yet' : `contact known for ${known}`]
  }
  return entriesOf(workWords).flatMap(([work, [one, many]]) => {
    const count = reaches.filter((reach) => renewalAdvice(reach).work === work).length
    if (count === 0 && !alwaysStated.has(work)) return []
    const why = work === 'visit' && count > 0 ? ` (${reasonsOf(reaches).join(', ')})` : ''
    return [`${countOf(count, one, many)}${why}`]
  })
}

function reasonsOf(reaches: readonly Reach[]): string[] {
  return entriesOf(visitReasons).flatMap(([reason, words]) => {
    const count = reaches.filter((reach) => reach === reason).length
    return count === 0 ? [] : [`${formatCount(count)} ${words}`]
  })
}
