// The list that a plant was opened from, in memory, in the order it had then: the plant's page leads to its neighbours,
// and the list shows the plant that was viewed last.
import { onPersonChange } from '@/lib/person-change'

/** A list in the order it had at one time. */
interface OpenedList {
  count: number
  /** True for a list that was still being read. */
  isPart: boolean
  idAt: (place: number) => string
  /** Returns -1 for a plant that is not in the list. */
  placeOf: (plantId: string) => number
}

/** A plant's place in the list, counting from 1, and the plants beside it. */
interface Neighbours {
  number: number
  count: number
  isPart: boolean
  previousId: string | undefined
  nextId: string | undefined
}

let opened: OpenedList | undefined
let latestId: string | undefined
onPersonChange(() => {
  opened = undefined
  latestId = undefined
})

/** Remembers the list that a plant is about to be opened from. */
export function rememberOpenedList(list: OpenedList): void {
  opened = list
}

/** Returns the neighbours of a plant in the list it was opened from; undefined without such a list. */
export function neighboursOf(plantId: string): Neighbours | undefined {
  const place = opened?.placeOf(plantId) ?? -1
  if (!opened || place < 0) return undefined
  const { count, isPart, idAt } = opened
  return {
    number: place + 1,
    count,
    isPart,
    previousId: (place > 0 && idAt(place - 1)) || undefined,
    nextId: (place + 1 < count && idAt(place + 1)) || undefined,
  }
}

/** Remembers the plant being viewed; undefined when the list starts at its top. */
export function rememberPlant(plantId: string | undefined): void {
  latestId = plantId
}

/** Returns the plant that was viewed last. */
export function latestPlantId(): string | undefined {
  return latestId
}
