import type { Population, RunAction, RunDocument } from './run-document'
import { canaryFirst } from './run-order'
import { runPlantOf } from './run-plant'
import type { RunSettings } from './run-settings'
import type { Plant } from '@/api/plant-schemas'
import { commandBody } from '@/api/send-command'
import type { CommandContent } from '@/domain/commands/sent-command'

/** An attribute that a run limits, as far as the fleet was read. */
export interface LimitedAttribute {
  /** Returns the values of a plant; '' when it has none. */
  valuesOf: (plantId: string) => readonly string[]
  /** Number of plants of the fleet with each value. */
  counts: ReadonlyMap<string, number>
}

interface Plan {
  about: Pick<RunDocument, 'id' | 'createdAtMs' | 'createdBy' | 'scope' | 'note'>
  action: RunAction
  settings: RunSettings
  /** Plants that take part. */
  plants: readonly Plant[]
  /** Returns an attribute that the settings limit. */
  attributeOf: (attribute: string) => LimitedAttribute | undefined
}

/** Returns the action of a run that sends a command, with the exact bytes. */
export function commandAction(content: CommandContent, targetKey: string | null): RunAction {
  const { command, payload, target } = content
  const given = {
    command,
    ...(payload === undefined ? {} : { payload }),
    ...(target === undefined ? {} : { target }),
  }
  return { kind: 'command', content: given, targetKey, body: commandBody(given, targetKey) }
}

/** Returns a planned run: the plants as they are now, those that go first before the others. */
export function planDocument({ about, action, settings, plants, attributeOf }: Plan): RunDocument {
  const limited = settings.limits.map(({ attribute }) => ({
    attribute,
    read: attributeOf(attribute),
  }))
  const planned = canaryFirst(plants, settings.canary).map((plant) => ({
    ...runPlantOf(plant, []),
    values: limited.map(({ read }) => [...(read?.valuesOf(plant.id) ?? [''])]),
  }))
  const populations = limited.flatMap(({ attribute, read }, limit) => {
    const values = new Set(planned.flatMap((plant) => plant.values[limit] ?? []))
    return [...values].toSorted().flatMap((value): Population[] => {
      const count = read?.counts.get(value) ?? 0
      return count > 0 ? [{ attribute, value, plants: count }] : []
    })
  })
  return {
    format: 'plantdeck-run',
    version: 1,
    ...about,
    action,
    settings,
    populations,
    plants: planned,
  }
}
