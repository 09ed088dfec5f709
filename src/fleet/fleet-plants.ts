// Plants of the index by ID and serial number, and the attributes by which a run limits what is in flight.
import type { FleetColumns } from './fleet-columns'
import type { ReadPlant } from './frozen-plants'
import { rowPlant } from './row-plant'
import type { Plant } from '@/api/plant-schemas'
import { metaKeyOf, metadataAttribute } from '@/domain/plant/metadata-attribute'
import { searchLine } from '@/domain/plant/plant-search'
import { lineCharacters, serialCharacters } from '@/domain/plant/serial-spelling'
import type { NamedPlants } from '@/domain/runs/pasted-plants'
import { credentialsIn } from '@/domain/status/lifecycle'

const serialNumberLine = 1

/** Plants of the index that were asked for, in that order, and the IDs that it doesn't have. */
interface AskedPlants {
  found: readonly ReadPlant[]
  missing: readonly string[]
}

/** Plants kept as objects, so that only those read again are built again; a run has 10,000 at most. */
const maxKept = 20_000
const keptPlants = new WeakMap<FleetColumns, Map<number, ReadPlant>>()

function readPlantAt(columns: FleetColumns, row: number): ReadPlant {
  const kept = keptPlants.get(columns) ?? new Map<number, ReadPlant>()
  keptPlants.set(columns, kept)
  const readAtMs = columns.readAtMs[row] ?? 0
  const known = kept.get(row)
  if (known?.readAtMs === readAtMs) return known
  if (kept.size >= maxKept) kept.clear()
  const made = { plant: columns.plantAt(row), readAtMs }
  kept.set(row, made)
  return made
}

/**
 * Returns plants by their IDs as far as a run judges them; unknown ones are left out. Texts take most of the time: only a
 * plant that should have no credentials is judged by those of its certificate.
 */
export function membersById(columns: FleetColumns, ids: Iterable<string>): Plant[] {
  return Array.from(ids).flatMap((id) => {
    const row = columns.find(id)
    if (row === -1) return []
    const plant = rowPlant(columns, row, undefined)
    const hasNone = credentialsIn(plant.lifecycleStatus) === 'none'
    return [hasNone ? columns.plantAt(row) : { ...plant, id }]
  })
}

/** Returns plants by their IDs. */
export function plantsById(columns: FleetColumns, ids: Iterable<string>): AskedPlants {
  const found: ReadPlant[] = []
  const missing: string[] = []
  for (const id of ids) {
    const row = columns.find(id)
    if (row === -1) missing.push(id)
    else found.push(readPlantAt(columns, row))
  }
  return { found, missing }
}

/**
 * Returns a function that finds the IDs of the plants with a serial number or ID. Case doesn't matter, unless several serial
 * numbers differ by nothing else; separators don't where no serial number is the same.
 */
export function plantFinder(columns: FleetColumns): (text: string) => NamedPlants {
  const rowsOf = new Map<string, number[]>()
  for (const row of rowsIn(columns)) {
    const line = columns.lineOf(row, serialNumberLine)
    const rows = rowsOf.get(line)
    if (rows) rows.push(row)
    else if (line !== '') rowsOf.set(line, [row])
  }
  // Most texts are exact, and a fleet has 100,000 serial numbers.
  let bySpelling: Map<string, number[]> | undefined
  const respelled = (text: string) => {
    const characters = serialCharacters(text)
    if (characters === undefined) return []
    bySpelling ??= groupBySpelling(rowsOf)
    return bySpelling.get(characters) ?? []
  }
  return (text) => {
    const byId = [text, text.toLowerCase()].map((id) => columns.find(id))
    const alike = rowsOf.get(searchLine(text)) ?? []
    const same = alike.filter((row) => columns.plantAt(row).serialNumber === text)
    const rows = new Set([...byId, ...(same.length > 0 ? same : alike)])
    rows.delete(-1)
    const isRespelled = rows.size === 0
    const found = isRespelled ? respelled(text) : [...rows]
    return { ids: found.map((row) => columns.idOf(row)), isRespelled }
  }
}

function groupBySpelling(rowsOf: ReadonlyMap<string, readonly number[]>): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [line, rows] of rowsOf) {
    const characters = lineCharacters(line)
    if (characters === undefined) continue
    const group = groups.get(characters)
    if (group) group.push(...rows)
    else groups.set(characters, [...rows])
  }
  return groups
}

/** Metadata keys by which a run can be limited: those with few values. */
export function limitableKeys(columns: FleetColumns): string[] {
  return [...columns.metadata.columns.keys()].map(metadataAttribute)
}

/** An attribute of the whole index, as `attributeValues` gives it for one plant. */
interface FleetAttribute {
  /** Returns the value of a plant; '' when it has none or isn't known. */
  valueOf: (plantId: string) => string
  /** Number of plants with each value. */
  counts: ReadonlyMap<string, number>
}

/** Returns an attribute of the index; undefined for one that the list doesn't have, as groups. */
export function fleetAttribute(
  columns: FleetColumns,
  attribute: string,
): FleetAttribute | undefined {
  const read = readerOf(columns, attribute)
  if (!read) return undefined
  const counts = new Map<string, number>()
  for (const row of rowsIn(columns)) {
    const value = read(row)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const valueOf = (plantId: string) => {
    const row = columns.find(plantId)
    return row === -1 ? '' : read(row)
  }
  return { counts, valueOf }
}

function readerOf(
  { coded, metadata }: FleetColumns,
  attribute: string,
): ((row: number) => string) | undefined {
  const key = metaKeyOf(attribute)
  if (key !== undefined) {
    const column = metadata.columns.get(key)
    return column && ((row) => column.at(row))
  }
  switch (attribute) {
    case 'organization':
      return (row) => coded.organizationId.at(row)
    case 'template':
      return (row) => coded.template.at(row).split('\n')[0] ?? ''
    case 'type':
      return (row) => coded.type.at(row)
    default:
      return undefined
  }
}

function* rowsIn({ alive, end }: FleetColumns): Generator<number> {
  for (let row = 0; row < end; row += 1) if (alive[row] === 1) yield row
}
