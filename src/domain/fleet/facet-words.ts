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
  /** The API may extend the values, so that an unknown one isn't a mistake. */
  isOpen: boolean
}

const fromTable = (table: Record<string, { label: string }>) => ({
  order: Object.keys(table),
  // The API's words are in upper case; a filter may use any case.
  labelOf: (value: string) =>
    lookUp(table, value)?.label ?? lookUp(table, value.toUpperCase())?.label ?? value,
})

/** Titles and labels of the facets, in the order in which they are listed. */
export const facetWords: Record<FacetName, FacetWords> = {
  status: { title: 'Connection', ...fromTable(connectionMeanings), isOpen: true },
  cert: { title: 'Certificate', ...fromTable(expiryMeanings), isOpen: false },
  seen: {
    title: 'Last seen',
    order: Object.keys(seenWords),
    labelOf: (value) => lookUp<string>(seenWords, value) ?? value,
    isOpen: false,
  },
  lifecycle: { title: 'Lifecycle', ...fromTable(lifecycleMeanings), isOpen: true },
  type: {
    title: 'Type',
    order: Object.keys(plantTypeWords),
    labelOf: (value) => lookUp(plantTypeWords, value.toUpperCase()) ?? plantTypeLabel(value),
    isOpen: true,
  },
  auth: {
    title: 'Authentication method',
    order: Object.keys(authMethods),
    labelOf: (value) => lookUp(authMethods, value.toUpperCase())?.short ?? authMethodLabel(value),
    isOpen: true,
  },
  // Templates are found by ID, too.
  template: { title: 'Template', order: [], labelOf: (value) => value, isOpen: false },
  org: { title: 'Organization', order: [], labelOf: (value) => value, isOpen: true },
}

/** Returns the label of a facet's value. */
export function facetValueLabel(facet: FacetName, value: string): string {
  if (value === '') return 'Not given'
  const label = facetWords[facet].labelOf(value)
  return label === unreadableValue ? 'Unreadable' : label
}
