import { type FacetName, certificateBuckets, unreadableValue } from './fleet-filter'
import { seenWords } from './last-contact'
import { expiryMeanings } from '@/domain/certificates/certificate-expiry'
import {
  authMethodLabel,
  authMethods,
  plantTypeLabel,
  plantTypeWords,
} from '@/domain/plant/plant-words'
import { connectionMeanings } from '@/domain/status/connection'
import { lifecycleMeanings } from '@/domain/status/lifecycle'
import { lookUp } from '@/lib/look-up'

interface FacetWords {
  title: string
  /** Known values in their own order; others follow by label. */
  order: readonly string[]
  labelOf: (value: string) => string
}

const fromTable = (table: Record<string, { label: string }>) => ({
  order: Object.keys(table),
  // The API's words are in upper case; a filter may use any case.
  labelOf: (value: string) =>
    lookUp(table, value)?.label ?? lookUp(table, value.toUpperCase())?.label ?? value,
})

/** Titles and labels of the facets, in the order in which they are listed. */
export const facetWords: Record<FacetName, FacetWords> = {
  status: { title: 'Connection', ...fromTable(connectionMeanings) },
  cert: { title: 'Certificate', ...fromTable(expiryMeanings), order: certificateBuckets },
  seen: {
    title: 'Last seen',
    order: Object.keys(seenWords),
    labelOf: (value) => lookUp<string>(seenWords, value) ?? value,
  },
  lifecycle: { title: 'Lifecycle', ...fromTable(lifecycleMeanings) },
  type: {
    title: 'Type',
    order: Object.keys(plantTypeWords),
    labelOf: (value) => lookUp(plantTypeWords, value.toUpperCase()) ?? plantTypeLabel(value),
  },
  auth: {
    title: 'Authentication method',
    order: Object.keys(authMethods),
    labelOf: (value) => lookUp(authMethods, value.toUpperCase())?.short ?? authMethodLabel(value),
  },
  template: { title: 'Template', order: [], labelOf: (value) => value },
  org: { title: 'Organization', order: [], labelOf: (value) => value },
}

/** Returns the label of a facet's value. */
export function facetValueLabel(facet: FacetName, value: string): string {
  if (value === '') return 'Not given'
  const label = facetWords[facet].labelOf(value)
  return label === unreadableValue ? 'Unreadable' : label
}
