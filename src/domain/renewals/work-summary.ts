import type { AtRisk } from './certificate-survey'
import type { Reach } from './reach'
import { type RenewalWork, reachFilterOf, renewalAdvice } from './renewal-advice'
import { countOf, formatCount } from '@/lib/format-count'
import { entriesOf } from '@/lib/keyed-record'

/** Words for each kind of work, for one and for more certificates. Each certificate is in exactly one of them. */
const workWords: Record<RenewalWork, readonly [one: string, many: string]> = {
  visit: ['needs a site visit', 'need a site visit'],
  connected: ['is connected', 'are connected'],
  unclear: ['has an unclear connection', 'have an unclear connection'],
  later: ['is not in service', 'are not in service'],
}

/** These answer a question, so they are stated even if they are 0. */
const alwaysStated: ReadonlySet<RenewalWork> = new Set(['visit', 'connected'])

/** Reasons for a visit; each certificate that needs one has exactly one of them. */
const visitReasons = {
  lockedOut: 'locked out',
  dark: 'not trying to connect',
  expired: 'may be locked out: can’t tell',
  offline: 'offline',
  never: 'never connected',
} as const satisfies Partial<Record<Reach, string>>

/** A piece of the sentence; with the filter that lists the certificates it counts, if there are any. */
interface SummaryPart {
  text: string
  /** Punctuation that stays on the same line as the text. */
  before?: '('
  after?: ')' | ','
  filter?: { grade: 'expired' } | { reach: string }
}

/**
 * Sums up the work that certificates at risk make, in pieces of a sentence. The parts are disjoint and add up to all of
 * them; contacts are counted only once all are known.
 */
export function workSummary(rows: readonly AtRisk[]): SummaryPart[] {
  const expired = rows.filter(({ grade }) => grade === 'expired').length
  const text = `${formatCount(expired)} of them expired`
  // Only a remark: the work is that of all of them.
  const ofThem: SummaryPart[] =
    expired === 0
      ? []
      : [{ text: ' ' }, { before: '(', text, after: ')', filter: { grade: 'expired' } }]
  return [...ofThem, { text: ': ' }, ...partsOf(rows)]
}

function partsOf(rows: readonly AtRisk[]): SummaryPart[] {
  const reaches = rows.flatMap(({ reach }) => reach ?? [])
  if (reaches.length < rows.length) {
    const known = formatCount(reaches.length)
    return [{ text: reaches.length === 0 ? 'contact not read yet' : `contact known for ${known}` }]
  }
  const parts = entriesOf(workWords).flatMap(([work, [one, many]]) => {
    const count = reaches.filter((reach) => renewalAdvice(reach).work === work).length
    if (count === 0 && !alwaysStated.has(work)) return []
    const text = countOf(count, one, many)
    if (count === 0) return [[{ text }]]
    const why = work === 'visit' ? reasonsOf(reaches) : []
    return [[{ text, filter: { reach: reachFilterOf(work) } }, ...why]]
  })
  return joined(parts, ' · ')
}

function reasonsOf(reaches: readonly Reach[]): SummaryPart[] {
  const reasons = entriesOf(visitReasons).flatMap(([reach, words]): SummaryPart[] => {
    const count = reaches.filter((one) => one === reach).length
    return count === 0 ? [] : [{ text: `${formatCount(count)} ${words}`, filter: { reach } }]
  })
  return reasons.flatMap((reason, place): SummaryPart[] => [
    { text: ' ' },
    {
      ...reason,
      ...(place === 0 && { before: '(' }),
      after: place === reasons.length - 1 ? ')' : ',',
    },
  ])
}

function joined(groups: readonly SummaryPart[][], text: string): SummaryPart[] {
  return groups.flatMap((group, place) => (place === 0 ? group : [{ text }, ...group]))
}
