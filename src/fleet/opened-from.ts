// The list that a plant was opened from, in the order it had then: the plant's page leads to its neighbours, and the list
// shows the plant that was viewed last. It is kept in memory, and its part around the plant in the tab, for a reload.
import * as z from 'zod/mini'
import type { Plant } from '@/api/plant-schemas'
import { keepTabList, readTabList } from '@/api/session/session-kept'
import { parseJson } from '@/lib/json-text'
import { personAlias } from '@/lib/person-alias'
import { onPersonChange } from '@/lib/person-change'

/** A list in the order it had at one time. */
interface ListedPlants {
  matches: number
  idAt: (place: number) => string
  /** Returns -1 for a plant that is not in the list. */
  placeOf: (plantId: string) => number
  /** A plant as the list has it, and when it was read (Unix ms, server's clock); a stored list has only IDs. */
  plantAt?: (place: number) => Plant
  readAtMs?: (place: number) => number
}

interface OpenedList {
  list: ListedPlants
  /** True for a list that was still being read. */
  isPart: boolean
}

/** A plant's place in the list, counting from 1, and the plants beside it. */
interface Neighbours {
  number: number
  count: number
  isPart: boolean
  previousId: string | undefined
  nextId: string | undefined
}

/** Plants stored on each side of the one being viewed; they are stored again this far before the last of them. */
const [keptReach, keptMargin] = [500, 100]

/** The part of a list that a reload keeps; `first` is the place of its first plant. */
const keptSchema = z.object({
  count: z.number(),
  isPart: z.boolean(),
  first: z.number(),
  ids: z.array(z.string()),
})

let opened: OpenedList | undefined
/** True once the list that an earlier page has stored was looked for. */
let isRestored = false
/** Place around which plants of the list are stored; undefined when it is a stored one itself, which lacks the others. */
let keptPlace: number | undefined
let latestId: string | undefined
onPersonChange(() => {
  opened = undefined
  isRestored = false
  keptPlace = undefined
  latestId = undefined
})

/** Remembers the list that a plant is about to be opened from; `isPart` for one that is still being read. */
export function rememberOpenedList(list: ListedPlants, isPart: boolean): void {
  opened = { list, isPart }
  isRestored = true
  keptPlace = -Infinity
}

/**
 * Returns the neighbours of a plant in the list it was opened from; undefined without such a list. The first call after a
 * reload looks for the one that was stored for the viewer, a text that tells apart users and organizations.
 */
export function neighboursOf(plantId: string, viewer: string): Neighbours | undefined {
  if (!isRestored) opened = readKept(viewer)
  isRestored = true
  const place = opened?.list.placeOf(plantId) ?? -1
  if (!opened || place < 0) return undefined
  const { isPart } = opened
  const { matches: count, idAt } = opened.list
  return {
    number: place + 1,
    count,
    isPart,
    previousId: (place > 0 && idAt(place - 1)) || undefined,
    nextId: (place + 1 < count && idAt(place + 1)) || undefined,
  }
}

/** Returns a plant as the list has it that it was opened from, and when it was read (Unix ms, server's clock). */
export function openedPlant(plantId: string): { plant: Plant; readAtMs: number } | undefined {
  const place = opened?.list.placeOf(plantId) ?? -1
  const plant = place < 0 ? undefined : opened?.list.plantAt?.(place)
  return plant && { plant, readAtMs: opened?.list.readAtMs?.(place) ?? 0 }
}

/** Remembers the plant being viewed; undefined when the list starts at its top. */
export function rememberPlant(plantId: string | undefined): void {
  latestId = plantId
}

/** Returns the plant that was viewed last. */
export function latestPlantId(): string | undefined {
  return latestId
}

/** Stores the part of the list around the plant being viewed, so that a reload finds its neighbours. */
export function keepNeighbours(plantId: string, viewer: string): void {
  const place = opened?.list.placeOf(plantId) ?? -1
  if (!opened || place < 0 || keptPlace === undefined) return
  if (Math.abs(place - keptPlace) < keptReach - keptMargin) return
  const { isPart } = opened
  const { matches: count, idAt } = opened.list
  const first = Math.max(0, place - keptReach)
  const length = Math.min(count, place + keptReach + 1) - first
  const ids = Array.from({ length }, (_, at) => idAt(first + at))
  const kept: z.infer<typeof keptSchema> = { count, isPart, first, ids }
  keepTabList(personAlias(viewer), JSON.stringify(kept))
  keptPlace = place
}

function readKept(viewer: string): OpenedList | undefined {
  const text = readTabList(personAlias(viewer))
  const { data } = z.safeParse(keptSchema, text === undefined ? undefined : parseJson(text))
  if (!data) return undefined
  const { count, isPart, first, ids } = data
  const placeOf = new Map(ids.map((id, at) => [id, first + at]))
  const list = {
    matches: count,
    idAt: (place: number) => ids[place - first] ?? '',
    placeOf: (plantId: string) => placeOf.get(plantId) ?? -1,
  }
  return { list, isPart }
}
