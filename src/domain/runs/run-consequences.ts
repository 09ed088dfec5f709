import type { Plant } from '@/api/plant-schemas'
import { consequencesOf } from '@/domain/actions/consequences'
import { whyDoubtful } from '@/domain/actions/plant-actions'

/** A consequence of a run, and the number of plants that it is for. */
interface RunConsequence {
  text: string
  plants: number
}

/** Lists the consequences of suspending or reactivating plants, and doubts, as the confirmation of a single plant has them. */
export function runConsequences(
  kind: 'suspend' | 'reactivate',
  plants: readonly Plant[],
  nowMs: number,
): RunConsequence[] {
  const counts = new Map<string, number>()
  const places = new Map<string, number>()
  for (const plant of plants) {
    const texts = [...consequencesOf(kind, plant, nowMs), whyDoubtful(kind, plant)]
    for (const [place, text] of texts.entries()) {
      if (text === undefined) continue
      counts.set(text, (counts.get(text) ?? 0) + 1)
      places.set(text, place)
    }
  }
  // The most severe come first, as for a single plant; of alternatives, the most frequent.
  return [...counts]
    .map(([text, count]) => ({ text, plants: count }))
    .toSorted(
      (a, b) => (places.get(a.text) ?? 0) - (places.get(b.text) ?? 0) || b.plants - a.plants,
    )
}
