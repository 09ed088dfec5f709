// Groups come only with each plant's detail, so a choice by group covers the plants whose details were read.
import { attributeValues } from './run-plant'
import type { PlantDetail } from '@/api/plant-schemas'
import { isUnreadable } from '@/lib/unreadable'

/** The groups of a plant as read at a time (Unix ms, server's clock). */
export interface ReadGroups {
  /** Their IDs as a run limits them: '' for no group. */
  values: readonly string[]
  names: ReadonlyMap<string, string>
  readAtMs: number
}

/** Returns the groups of a plant from its detail; undefined when some of them can't be read. */
export function readGroupsOf(plant: PlantDetail, readAtMs: number): ReadGroups | undefined {
  if (isUnreadable(plant, 'plantGroups') || (plant.plantGroups?.unreadable ?? 0) > 0)
    return undefined
  const groups = plant.plantGroups?.items ?? []
  return {
    values: attributeValues(plant, 'group'),
    names: new Map(groups.map(({ id, name }) => [id, name])),
    readAtMs,
  }
}

/** A group to choose, or '' for plants without a group, and the number of plants in it. */
interface CountedGroup {
  id: string
  name: string
  plants: number
  /** True when another of the groups has the same name. */
  isNameShared: boolean
}

type Readings = ReadonlyMap<string, ReadGroups>

/** Counts the groups of plants whose groups were read, by name; plants without a group come last. */
export function countGroups(plantIds: Iterable<string>, readings: Readings): CountedGroup[] {
  const groups = new Map<string, Omit<CountedGroup, 'isNameShared'>>()
  for (const plantId of plantIds) {
    const read = readings.get(plantId)
    for (const id of read?.values ?? []) {
      const known = groups.get(id)
      const name = read?.names.get(id) ?? ''
      groups.set(id, { id, name: known?.name ?? name, plants: (known?.plants ?? 0) + 1 })
    }
  }
  const names = Array.from(groups.values(), ({ name }) => name)
  const shared = new Set(names.filter((name, at) => names.indexOf(name) !== at))
  const lastIf = ({ id }: { id: string }) => Number(id === '')
  return [...groups.values()]
    .map((group) => ({ ...group, isNameShared: shared.has(group.name) }))
    .toSorted((a, b) => lastIf(a) - lastIf(b) || a.name.localeCompare(b.name, 'en'))
}

/** Splits plants by whether they are in one of the chosen groups; without any chosen, all are. */
export function narrowByGroup(
  plantIds: readonly string[],
  readings: Readings,
  chosen: ReadonlySet<string>,
): { inGroups: readonly string[]; unread: readonly string[] } {
  if (chosen.size === 0) return { inGroups: plantIds, unread: [] }
  return {
    inGroups: plantIds.filter((id) => readings.get(id)?.values.some((group) => chosen.has(group))),
    unread: plantIds.filter((id) => !readings.has(id)),
  }
}

/** Counts the plants of each group among all whose groups were read. */
export function groupPopulations(readings: Readings): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { values } of readings.values()) {
    for (const id of values) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}
