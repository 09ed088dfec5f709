// The attention queue: each group of plants as one item, with its reason and its next step.
import {
  type AttentionKey,
  attentionRules,
  attentionTitle,
  groupSeverity,
  isAllAtRest,
} from './attention-rules'
import type { AttentionRule, Severity } from './attention-severity'
import type { AttentionContext, AttentionGroup } from './attention-survey'
import { groupFilter } from './group-filter'
import type { FleetFilter } from '@/domain/fleet/fleet-filter'
import type { PlantPart } from '@/domain/problems/problem-rules'
import { isResting } from '@/domain/status/lifecycle'
import { countOf, formatCount } from '@/lib/format-count'

/** Target of the next step. */
export type AttentionPlace =
  | { page: 'plant'; plantId: string; part: PlantPart }
  /** The filter lists all plants of the item, and may list a few more: the list can't be filtered by every rule. */
  | { page: 'plants'; filter: FleetFilter }
  | { page: 'certificates' }
  /** All runs when several wait. */
  | { page: 'runs'; runId: string | undefined }

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
  /** Unix ms, server's clock. */
  nowMs: number
  /** Formats Unix ms. */
  timeText: (atMs: number) => string
}

/** Describes a group of plants as an item. */
export function attentionItem(group: AttentionGroup, context: ItemContext): AttentionItem {
  const { key } = group
  const { why, step } = attentionRules[key]
  const reasons = [detailOf(group, context), isAllAtRest(group) ? whyNoHurry : why, restOf(group)]
  return {
    key,
    severity: groupSeverity(group),
    title: titleOf(group, context),
    reason: reasons.filter(Boolean).join(' '),
    next: { words: wordsFor(group.plants.length, step), place: placeOf(group, context) },
  }
}

function wordsFor(count: number, step: AttentionRule['step']): string {
  if (typeof step === 'string') return step
  return step[count === 1 ? 0 : 1]
}

const whyNoHurry =
  'No plant in service has such a certificate. Renew it before the plant returns to service.'

/** Says how many certificates are of plants not in service, which other figures of certificates count, too. */
function restOf(group: AttentionGroup): string {
  const { countsAtRest }: AttentionRule = attentionRules[group.key]
  if (!countsAtRest || isAllAtRest(group)) return ''
  const resting = group.plants.filter(({ lifecycleStatus }) => isResting(lifecycleStatus)).length
  if (resting === 0) return ''
  return `${countOf(resting, 'belongs to a plant', 'belong to plants')} not in service.`
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

function placeOf(group: AttentionGroup, { nowMs }: ItemContext): AttentionPlace {
  const { key, plants } = group
  const { place, part } = attentionRules[key]
  const [earliest] = plants
  if (place === 'runs') {
    const runIds = new Set(plants.map(({ runId }) => runId))
    return { page: 'runs', runId: runIds.size === 1 ? earliest?.runId : undefined }
  }
  if (earliest && (plants.length === 1 || place === 'first plant')) {
    return { page: 'plant', plantId: earliest.id, part }
  }
  if (place === 'certificates') return { page: 'certificates' }
  const conditions = place === 'first plant' ? [] : place
  return { page: 'plants', filter: groupFilter(group, conditions, nowMs) }
}
