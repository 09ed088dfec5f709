// Groups come only with each plant's detail, so a choice by group covers the plants whose details were read.
import { attributeValues } from './run-plant'
import type { PlantDetail } from '@/api/plant-schemas'

/** The groups of a plant as read at a time (Unix ms, server's clock). */
export interface ReadGroups {
  /** Their IDs as a run limits them: '' for no group. */
  values: readonly string[]
  names: ReadonlyMap<string, string>
  readAtMs: number
}

/** Returns the groups of a plant from its detail. */
export function readGroupsOf(plant: PlantDetail, readAtMs: number): ReadGroups {
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
}

type Readings = ReadonlyMap<string, ReadGroups>

/** Counts the groups of plants whose groups were read, by name; plants without a group come last. */
export function countGroups(plantIds: Iterable<string>, readings: Readings): CountedGroup[] {
  const groups = new Map<string, CountedGroup>()
  for (const plantId of plantIds) {
    const read = readings.get(plantId)
    for (const id of read?.values ?? []) {
      const known = groups.get(id)
      const name = read?.names.get(id) ?? ''
      groups.set(id, { id, name: known?.name ?? name, plants: (known?.plants ?? 0) + 1 })
    }
  }
  const lastIf = (group: CountedGroup) => Number(group.id === '')
  return [...groups.values()].toSorted(
    (a, b) => lastIf(a) - lastIf(b) || a.name.localeCompare(b.name, 'en'),
  )
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
