import { type FacetName, unreadableValue } from './fleet-filter'
import { seenWords } from './last-contact'
import { expiryMeanings } from '@/domain/certificates/certificate-expiry'
import { authMethodLabel, authMethods } from '@/domain/credentials/auth-methods'
import { plantTypeLabel, plantTypeWords } from '@/domain/plant/plant-words'
import { connectionMeanings } from '@/domain/status/connection'
import { lifecycleMeanings } from '@/domain/status/lifecycle'
import { lookUp } from '@/lib/look-up'

interface FacetWords {
  title: string
  /** Known values in their own order; others follow by label. */
  order: readonly string[]
  labelOf: (value: string) => string
  /**
   * An unknown value is a `mistake` where the values are this program's own, `doubtful` where the API may extend them,
   * and `accepted` where not all values are listed.
   */
  unknownValue: 'mistake' | 'doubtful' | 'accepted'
}

const fromTable = (table: Record<string, { label: string }>) => ({
  order: Object.keys(table),
  // The API's words are in upper case; a filter may use any case.
  labelOf: (value: string) =>
    lookUp(table, value)?.label ?? lookUp(table, value.toUpperCase())?.label ?? value,
})

/** Titles and labels of the facets, in the order in which they are listed. */
export const facetWords: Record<FacetName, FacetWords> = {
  status: { title: 'Connection', ...fromTable(connectionMeanings), unknownValue: 'doubtful' },
  cert: { title: 'Certificate', ...fromTable(expiryMeanings), unknownValue: 'mistake' },
  seen: {
    title: 'Last seen',
    order: Object.keys(seenWords),
    labelOf: (value) => lookUp<string>(seenWords, value) ?? value,
    unknownValue: 'mistake',
  },
  lifecycle: { title: 'Lifecycle', ...fromTable(lifecycleMeanings), unknownValue: 'doubtful' },
  type: {
    title: 'Type',
    order: Object.keys(plantTypeWords),
    labelOf: (value) => lookUp(plantTypeWords, value.toUpperCase()) ?? plantTypeLabel(value),
    unknownValue: 'doubtful',
  },
  auth: {
    title: 'Authentication method',
    order: Object.keys(authMethods),
    labelOf: (value) => lookUp(authMethods, value.toUpperCase())?.short ?? authMethodLabel(value),
    unknownValue: 'doubtful',
  },
  // Templates are found by ID, too.
  template: { title: 'Template', order: [], labelOf: (value) => value, unknownValue: 'accepted' },
  org: { title: 'Organization', order: [], labelOf: (value) => value, unknownValue: 'doubtful' },
}

/** Returns the label of a facet's value. */
export function facetValueLabel(facet: FacetName, value: string): string {
  if (value === '') return 'Not given'
  const label = facetWords[facet].labelOf(value)
  return label === unreadableValue ? 'Unreadable' : label
}
