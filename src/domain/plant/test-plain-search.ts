// Searches plants one by one. The index finds the same ones; its tests compare it with this.
import { metadataValues } from './metadata-values'
import {
  type SearchPlan,
  type Searchable,
  planSearch,
  searchLine,
  searchLines,
} from './plant-search'

/** Returns a test for plants that match a search; fingerprints and certificate serial numbers match in any notation. */
export function plantMatcher(text: string): (plant: Searchable) => boolean {
  const plan = planSearch(text)
  return (plant) => matchesPlan(searchText(plant), plan)
}

function matchesPlan(plantText: string, { words, whole }: SearchPlan): boolean {
  const hasAny = (alternatives: readonly string[]) =>
    alternatives.some((one) => plantText.includes(one))
  return words.every(hasAny) || hasAny(whole)
}

/** Returns the text of a plant in which a search looks: one line for each field, folded. */
export function searchText(plant: Searchable): string {
  const leaves = metadataValues(plant.metadata).map(({ text }) => searchLine(text))
  return `${[...searchLines(plant), ...leaves].join('\n')}\n`
}
