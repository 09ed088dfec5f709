// The attention queue: each group of plants as one item, with its reason and its next step.
import { type AttentionKey, attentionRules, attentionTitle } from './attention-rules'
import { type Severity, facetIs } from './attention-severity'
import type { AttentionContext, AttentionGroup } from './attention-survey'
import type { FleetFilter } from '@/domain/fleet/fleet-filter'
import type { PlantPart } from '@/domain/problems/problem-rules'
import { formatCount } from '@/lib/format-count'

/** Target of the next step. */
export type AttentionPlace =
  | { page: 'plant'; plantId: string; part: PlantPart }
  /** The filter lists all plants of the item, and may list a few more: the list can't be filtered by every rule. */
  | { page: 'plants'; filter: FleetFilter }
  | { page: 'certificates' }

/** An item of the queue. */
export interface AttentionItem {
  key: AttentionKey
  severity: Severity
  /** The number and the problem: "12 certificates have expired". */
  title: string
  /** Sentences: the plants or times, and why it is this severe. */
  reason: string
  next: { words: string; place: AttentionPlace }
}

interface ItemContext {
  outage: AttentionContext['outage']
  /** Formats Unix ms. */
  timeText: (atMs: number) => string
}

/** Describes a group of plants as an item. */
export function attentionItem(group: AttentionGroup, context: ItemContext): AttentionItem {
  const { key } = group
  const { severity, why, step } = attentionRules[key]
  return {
    key,
    severity,
    title: titleOf(group, context),
    reason: [detailOf(group, context), why].filter(Boolean).join(' '),
    next: { words: step, place: placeOf(group) },
  }
}

function titleOf({ key, plants }: AttentionGroup, { outage }: ItemContext): string {
  const count = key === 'outage' ? (outage?.stopped ?? plants.length) : plants.length
  return attentionTitle(key, count)
}

function detailOf({ key, plants }: AttentionGroup, { outage, timeText }: ItemContext): string {
  if (key === 'outage') {
    if (!outage) return ''
    const { connected, fromMs } = outage
    return `Since ${timeText(fromMs)}, of ${formatCount(connected)} that were connected.`
  }
  const [earliest] = plants
  const { first } = attentionRules[key]
  if (!earliest) return ''
  if (first === '' || earliest.atMs === undefined)
    return plants.length === 1 ? `${earliest.label}.` : ''
  const at = timeText(earliest.atMs)
  return plants.length === 1 ? `${earliest.label}: ${at}.` : `${first} ${at} (${earliest.label}).`
}

function placeOf({ key, plants }: AttentionGroup): AttentionPlace {
  const { place, part } = attentionRules[key]
  const [earliest] = plants
  if (earliest && (plants.length === 1 || place === 'first plant')) {
    return { page: 'plant', plantId: earliest.id, part }
  }
  if (place === 'certificates') return { page: 'certificates' }
  const conditions = place === 'first plant' ? [] : place
  return { page: 'plants', filter: [...conditions, ...lifecyclesOf(plants)] }
}

/** The rules leave out plants that aren't expected to be connected, so the list does, too. */
function lifecyclesOf(plants: AttentionGroup['plants']): FleetFilter {
  const values = new Set(plants.map(({ lifecycleStatus }) => lifecycleStatus))
  const known = [...values].filter((value) => value !== undefined)
  // An unreadable lifecycle has no value to filter by.
  if (known.length === 0 || known.length < values.size || values.has('')) return []
  return [facetIs('lifecycle', ...known.toSorted())]
}
