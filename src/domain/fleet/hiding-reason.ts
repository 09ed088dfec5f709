// Explains why a condition hides a plant, by the plant's own value.
import { roughDuration } from './condition-words'
import { facetValueLabel, facetWords } from './facet-words'
import {
  type AgeField,
  type Condition,
  type FacetName,
  facetMembers,
  unreadableValue,
} from './fleet-filter'
import type { Plant } from '@/api/plant-schemas'
import { disuseOf, disuseWords } from '@/domain/certificates/certificate-expiry'
import { connectionMeanings } from '@/domain/status/connection'
import { countOf } from '@/lib/format-count'
import { minuteMs, readInstant } from '@/lib/instants'
import { lookUp } from '@/lib/look-up'
import { isUnreadable } from '@/lib/unreadable'

/** A plant that a filter hides, as it is known. */
interface HiddenPlant {
  plant: Plant
  /** Time of its reading, by which its last contact is judged, Unix ms, server's clock. */
  readAtMs: number
  /** Returns its value of a metadata key; undefined when it has none, or it isn't known. */
  metadataOf: (key: string) => string | undefined
}

/** Describes the plant's own value for a condition it fails, as “it is online”, at a time (Unix ms). */
export function hidingReason(hidden: HiddenPlant, condition: Condition, nowMs: number): string {
  const { plant, readAtMs } = hidden
  switch (condition.kind) {
    case 'text':
      return 'its name, numbers and metadata don’t contain it'
    case 'facet':
      return facetReason(hidden, condition.facet, nowMs)
    case 'meta': {
      const own = hidden.metadataOf(condition.key)
      // Without a known value, it may have one of many.
      if (own === undefined) return `its metadata doesn’t have this value for “${condition.key}”`
      return `its ${condition.key} is “${own}”`
    }
    case 'age':
      return ageReason(plant, condition.field, condition.field === 'seen' ? readAtMs : nowMs)
    case 'count':
      return countReason(plant)
  }
}

/** Readings are repeated every few minutes; one older than this may be out of date. */
const maxCurrentMs = 5 * minuteMs

/** Returns true for a reading (Unix ms) that is so old that the plant may have changed since. */
export function isOldReading(readAtMs: number, nowMs: number): boolean {
  return nowMs - readAtMs > maxCurrentMs
}

function facetReason({ plant, readAtMs }: HiddenPlant, facet: FacetName, nowMs: number): string {
  if (facet === 'cert') return ageReason(plant, 'cert', nowMs)
  if (facet === 'seen') return ageReason(plant, 'seen', readAtMs)
  const value = statedValue(plant, facet)
  const label = facetValueLabel(facet, value)
  const title = facetWords[facet].title.toLowerCase()
  if (value === unreadableValue) return `its ${title} is unreadable`
  if (facet === 'status' && lookUp(connectionMeanings, value)) return `it is ${label.toLowerCase()}`
  return value === '' ? `its ${title} is not given` : `its ${title} is ${label}`
}

/** Returns the value of a facet as the server stated it, or `unreadableValue`; '' when it was not given. */
export function statedValue(plant: Plant, facet: Exclude<FacetName, AgeField>): string {
  if (facet === 'template') {
    if (isUnreadable(plant, 'template', 'templateId')) return unreadableValue
    return plant.template?.name || plant.template?.id || plant.templateId || ''
  }
  const member = facetMembers[facet]
  return isUnreadable(plant, member) ? unreadableValue : (plant[member] ?? '')
}

const timeMembers = {
  cert: facetMembers.cert,
  seen: facetMembers.seen,
  created: 'createdAt',
} as const satisfies Record<AgeField, keyof Plant>

const absent: Record<AgeField, string> = {
  cert: 'it has no certificate',
  seen: 'it has never connected',
  created: 'its creation time is not given',
}

const unreadable: Record<AgeField, string> = {
  cert: 'the expiry of its certificate is unreadable',
  seen: 'the time it was last seen is unreadable',
  created: 'its creation time is unreadable',
}

function ageReason(plant: Plant, field: AgeField, nowMs: number): string {
  const member = timeMembers[field]
  const atMs = readInstant(plant[member])
  if (isUnreadable(plant, member) || atMs === undefined) return unreadable[field]
  if (atMs === null) return absent[field]
  if (field === 'created') return `it was created ${roughDuration(nowMs - atMs)} ago`
  if (field === 'seen') return `it was last seen ${roughDuration(nowMs - atMs)} ago`
  const disuse = disuseOf(plant)
  if (disuse !== undefined) return `its certificate isn’t in use (${disuseWords[disuse].text})`
  return atMs > nowMs
    ? `its certificate expires in ${roughDuration(atMs - nowMs)}`
    : `its certificate expired ${roughDuration(nowMs - atMs)} ago`
}

function countReason(plant: Plant): string {
  const count = plant.authFailureCount
  if (isUnreadable(plant, 'authFailureCount') || typeof count !== 'number')
    return 'its number of authentication failures is not known'
  if (count === 0) return 'it has no authentication failures'
  return `it has ${countOf(count, 'authentication failure')}`
}
