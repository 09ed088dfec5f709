// A common cause in words, and where its plants are listed.
import {
  type AttributeValue,
  type CauseClaim,
  type CauseFindings,
  expiryDay,
  falseClaimChance,
} from './common-cause'
import { facetValueLabel, facetWords } from '@/domain/fleet/facet-words'
import type { Condition, FacetName, FleetFilter } from '@/domain/fleet/fleet-filter'
import { metaKeyOf } from '@/domain/plant/metadata-attribute'
import { countOf, formatCount } from '@/lib/format-count'
import { dayMs } from '@/lib/instants'
import { isKeyOf } from '@/lib/look-up'

/** Facets that are symptoms, or that follow from the change itself. */
const symptoms: ReadonlySet<string> = new Set<FacetName>(['status', 'seen', 'lifecycle'])

/** Returns true for an attribute that may be a cause: of the facets, those that aren't symptoms; all metadata. */
export function isCauseAttribute(attribute: string): boolean {
  return !symptoms.has(attribute)
}

/** Says what the plants that changed share: `changed` are words such as "newly offline". */
export function causeText(claim: CauseClaim, changed: string): string {
  const { both, withValue, compared } = claim
  const rest = claim.isFurther ? 'the other ' : ''
  const all = `${formatCount(both)} of ${rest}${formatCount(claim.changed)} ${changed} plants`
  const values = claim.values.map(valueText).join(' and ')
  const same = claim.values.length > 1 ? ' (the same plants have them)' : ''
  return `${all} share ${values}${same}; ${percentText(withValue, compared)} of the compared plants do.`
}

/** Says what a search for a common cause rests on. */
export function causeBasis({ claims, attributes, tested, compared }: CauseFindings): string {
  const what = `Tested ${countOf(tested, 'value')} of ${countOf(attributes, 'attribute')} in ${countOf(compared, 'plant')}`
  const test = 'Fisher’s exact test, corrected for the number of values'
  if (claims.length === 0) return `${what} (${test}): none stands out.`
  const odds = formatCount(Math.round(1 / falseClaimChance))
  return `${what} (${test}). Without a common cause, fewer than 1 in ${odds} such searches find one. It’s a lead, not a proof.`
}

function valueText({ attribute, value }: AttributeValue): string {
  if (attribute === expiryDay) return `certificates that expire on ${value}`
  const label = isKeyOf(facetWords, attribute) ? facetValueLabel(attribute, value) : value
  return `${attributeTitle(attribute)} = ${label}`
}

/** Returns the name of an attribute: "Organization", "meta.isp". */
function attributeTitle(attribute: string): string {
  return isKeyOf(facetWords, attribute) ? facetWords[attribute].title : attribute
}

function percentText(some: number, all: number): string {
  const percent = all === 0 ? 0 : (100 * some) / all
  if (percent > 0 && percent < 1) return 'under 1 %'
  return percent > 99 && percent < 100 ? 'over 99 %' : `${Math.round(percent)} %`
}

/** The plants that share a value: in the list by a filter, or on the certificates page by the day of expiry. */
type CausePlace =
  | { page: 'plants'; filter: FleetFilter }
  /** Calendar days like "2026-11-28"; `to` is exclusive. */
  | { page: 'certificates'; from: string; to: string }

/**
 * Returns where the plants of a claim are listed, by a value that the list can be filtered by, if there is one. `more` narrows
 * the filter to those that changed.
 */
export function causePlace(claim: CauseClaim, more: FleetFilter = []): CausePlace {
  const filters = claim.values.flatMap((value) => conditionOf(value) ?? [])
  const [condition] = filters
  if (condition) return { page: 'plants', filter: [condition, ...more] }
  const day = claim.values[0]?.value ?? ''
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
  return { page: 'certificates', from: day, to: next }
}

function conditionOf({ attribute, value }: AttributeValue): Condition | undefined {
  const key = metaKeyOf(attribute)
  if (key !== undefined) return { kind: 'meta', key, values: [value] }
  if (!isKeyOf(facetWords, attribute)) return undefined
  return { kind: 'facet', facet: attribute, values: [value] }
}
