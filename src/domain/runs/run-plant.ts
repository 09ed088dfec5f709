// A plant as a run's document keeps it, and what changed since: what the reviewer saw must still be true at its turn.
import type { RunAction, RunPlant } from './run-document'
import { limitLabel } from './setting-words'
import type { Plant, PlantDetail } from '@/api/plant-schemas'
import { whyImpossible } from '@/domain/actions/plant-actions'
import { metaKeyOf } from '@/domain/plant/metadata-attribute'
import { metadataValues } from '@/domain/plant/metadata-values'
import { connectionMeaning } from '@/domain/status/connection'
import { isConnected } from '@/domain/status/connection-kind'
import { lifecycleMeaning } from '@/domain/status/lifecycle'
import { entriesOf } from '@/lib/keyed-record'
import { isUnreadable } from '@/lib/unreadable'

/** A plant as it was read: of the list, or of its own page; only the latter has groups. */
export type ReadPlant = Plant & Pick<PlantDetail, 'plantGroups'>

/** Returns a plant as a document keeps it; `attributes` are those that the settings limit. */
export function runPlantOf(plant: ReadPlant, attributes: readonly string[]): RunPlant {
  return {
    id: plant.id,
    name: plant.name,
    serialNumber: plant.serialNumber,
    type: plant.type,
    status: plant.status,
    lifecycleStatus: plant.lifecycleStatus,
    authMethod: plant.authMethod,
    organizationId: plant.organizationId ?? null,
    templateId: templateIdOf(plant),
    values: attributes.map((attribute) => attributeValues(plant, attribute)),
  }
}

/** Returns a plant's values of an attribute that a run can limit; '' when it has none, so that those count together. */
export function attributeValues(plant: ReadPlant, attribute: string): string[] {
  const key = metaKeyOf(attribute)
  if (key !== undefined) {
    return [metadataValues(plant.metadata).find((value) => value.key === key)?.text ?? '']
  }
  switch (attribute) {
    case 'organization':
      return [plant.organizationId ?? '']
    case 'template':
      return [templateIdOf(plant) ?? '']
    case 'type':
      return [plant.type]
    case 'group': {
      const groups = plant.plantGroups?.items.map(({ id }) => id) ?? []
      return groups.length > 0 ? groups.toSorted() : ['']
    }
    default:
      return ['']
  }
}

const templateIdOf = (plant: Plant) => plant.templateId ?? plant.template?.id ?? null

const driftWords: Record<
  Exclude<keyof RunPlant, 'status' | 'lifecycleStatus' | 'values'>,
  string
> = {
  id: 'The server answered with another plant',
  name: 'Its name changed',
  serialNumber: 'Its serial number changed',
  type: 'Its type changed',
  authMethod: 'Its authentication method changed',
  organizationId: 'It moved to another organization',
  templateId: 'Its template changed',
}

const members = [
  'name',
  'serialNumber',
  'type',
  'lifecycleStatus',
  'authMethod',
  'organizationId',
  'templateId',
] as const

/** Returns the members that a document keeps and that can't be read: nothing may be concluded from their fallbacks. */
function unreadableMembers(plant: ReadPlant, attributes: readonly string[]): string[] {
  const unread: string[] = members.filter((name) => isUnreadable(plant, name))
  if (templateIdOf(plant) === null && isUnreadable(plant, 'template')) unread.push('template')
  if (attributes.some((name) => metaKeyOf(name) !== undefined) && isUnreadable(plant, 'metadata'))
    unread.push('metadata')
  const { plantGroups } = plant
  const hasLostGroup = isUnreadable(plant, 'plantGroups') || (plantGroups?.unreadable ?? 0) > 0
  if (attributes.includes('group') && hasLostGroup) unread.push('groups')
  return unread
}

interface Turn {
  kind: RunAction['kind']
  attributes: readonly string[]
  /** Unix ms, server's clock. */
  nowMs: number
}

/** Returns why a plant is held back at its turn, in sentences without a full stop; none when it is as it was planned. */
export function driftOf(
  planned: RunPlant,
  plant: ReadPlant,
  { kind, attributes, nowMs }: Turn,
): string[] {
  const unreadable = unreadableMembers(plant, attributes)
  if (unreadable.length > 0) return [`Unreadable: ${unreadable.join(', ')}`]
  const now = runPlantOf(plant, attributes)
  const changed = entriesOf(driftWords)
    .filter(([member]) => planned[member] !== now[member])
    .map(([, words]) => words)
  const drift = [
    ...lifecycleDrift(planned, plant),
    ...connectionDrift(planned, plant, kind),
    ...changed,
  ]
  const moved = attributes.filter(
    (_attribute, at) => JSON.stringify(planned.values[at]) !== JSON.stringify(now.values[at]),
  )
  for (const attribute of moved) drift.push(`Its ${limitLabel(attribute)} changed`)
  if (drift.length > 0 || kind === 'command') return drift
  const impossible = whyImpossible(kind, plant, nowMs, undefined)
  return impossible === undefined ? [] : [impossible.replace(/\.$/, '')]
}

function lifecycleDrift(planned: RunPlant, plant: Plant): string[] {
  if (planned.lifecycleStatus === plant.lifecycleStatus) return []
  const before = lifecycleMeaning({ lifecycleStatus: planned.lifecycleStatus }).label
  return [`Its lifecycle was ${before} and is ${lifecycleMeaning(plant).label}`]
}

/** A better connection than planned doesn't hold a plant back; a change of the lifecycle doesn't need one. */
function connectionDrift(planned: RunPlant, plant: Plant, kind: RunAction['kind']): string[] {
  if (kind !== 'command' || !isConnected(planned.status)) return []
  if (isConnected(plant.status) && !isUnreadable(plant, 'status')) return []
  return [`It was connected and is ${connectionMeaning(plant).label}`]
}
