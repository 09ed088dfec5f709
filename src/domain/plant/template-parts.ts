/** Signals and actions have no shape in the API's documents, so that items of another shape are kept as JSON text. */

import { type ActionParameter, parametersMember, readParameters } from './action-parameters'
import { jsonTextOf } from '@/lib/json-writing'
import { lookUp } from '@/lib/look-up'

/** One signal of a template (contract: `Template.signals`). */
export interface TemplateSignal {
  kind: 'binary' | 'numeric' | 'other'
  key: string
  label: string
  source: string
  unit: string
  notes: string[]
  isFeatured: boolean
  rest: string | undefined
}

/** An action as templates list it: a command and an example of its payload. */
export interface TemplateAction {
  command: string
  label: string
  payload: string | undefined
  /** Parameters that the template describes. */
  parameters: ActionParameter[]
  rest: string | undefined
}

/** A part as read, or its JSON when it has another form. */
export type TemplatePart<T> = { part: T } | { json: string }

/** Reads one of a template's `signals`; never throws, and drops nothing. */
export function readSignal(item: unknown): TemplatePart<TemplateSignal> {
  const members = takeFrom(item)
  const key = members?.text('key')
  const label = members?.text('label')
  if (!members || (key === undefined && label === undefined)) return { json: jsonTextOf(item) }
  const kind = members.one('kind', ['BINARY', 'NUMERIC'])
  const bit = members.number('bit')
  const field = members.text('field')
  const alertOn = members.flag('alertOn')
  const aggregate = members.text('aggregate')
  const chartGroup = members.text('chartGroup')
  const chartAxis = members.text('chartAxis')
  const unit = members.text('unit') ?? ''
  const isFeatured = members.flag('featured') ?? false
  const sources = [
    bit === undefined ? undefined : `bit ${bit}`,
    field === undefined || field === key ? undefined : `field ${field}`,
  ]
  return {
    part: {
      kind: kindOf(kind, bit, field),
      key: key ?? '',
      label: label ?? key ?? '',
      source: sources.filter((source) => source !== undefined).join(', '),
      unit,
      notes: [
        alertOn === undefined ? undefined : `alert when ${alertOn ? 'on' : 'off'}`,
        aggregate,
        chartGroup === undefined ? undefined : `chart ${chartGroup}`,
        chartAxis === undefined ? undefined : `${chartAxis} axis`,
      ].filter((note) => note !== undefined),
      isFeatured,
      rest: members.rest(),
    },
  }
}

/** Reads one of a template's `actions`; never throws, and drops nothing. */
export function readAction(item: unknown): TemplatePart<TemplateAction> {
  const members = takeFrom(item)
  const command = members?.text('command')
  if (!members || command === undefined) return { json: jsonTextOf(item) }
  const label = members.text('label') ?? ''
  const payload = members.any('payload')
  const described = parametersMember(item)
  const parameters = described && readParameters(described.value)
  // What can't be read in full is kept as JSON text.
  if (described && parameters) members.any(described.name)
  return {
    part: {
      command,
      label,
      payload: payload === undefined || payload === null ? undefined : jsonTextOf(payload),
      parameters: parameters ?? [],
      rest: members.rest(),
    },
  }
}

/** Device types that the contract names; others keep their raw name. */
const typeWords: Readonly<Record<'CABINET' | 'METER' | 'INVERTER' | 'BATTERY', string>> = {
  CABINET: 'Cabinet',
  METER: 'Meter',
  INVERTER: 'Inverter',
  BATTERY: 'Battery',
}

/** Levels that the contract names; only templates of level PLANT apply to plants. */
const levelWords: Readonly<Record<'PLANT' | 'SUB_DEVICE', string>> = {
  PLANT: 'Plant',
  SUB_DEVICE: 'Sub-device',
}

/** Returns the label of a template's type; undefined when it has none. */
export function templateTypeLabel(type: string | null | undefined): string | undefined {
  return wordFor(typeWords, type)
}

/** Returns true for a template of plants; the others are for sub-devices. */
export function isForPlants({ level }: { level?: string | null | undefined }): boolean {
  return level === 'PLANT'
}

/** Returns the label of a template's level; undefined when it has none. */
export function templateLevelLabel(level: string | null | undefined): string | undefined {
  return wordFor(levelWords, level)
}

function wordFor(words: Record<string, string>, value: string | null | undefined) {
  if (!value) return undefined
  return lookUp(words, value) ?? value
}

function kindOf(kind: string | undefined, bit: number | undefined, field: string | undefined) {
  if (kind === 'BINARY' || (kind === undefined && bit !== undefined && field === undefined)) {
    return 'binary'
  }
  return kind === 'NUMERIC' || (field !== undefined && bit === undefined) ? 'numeric' : 'other'
}

/** Takes readable members out of an object and keeps the rest. Undefined for a value that is not an object. */
function takeFrom(item: unknown) {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined
  const left = new Map<string, unknown>(Object.entries(item))
  const take = <T>(name: string, isReadable: (value: unknown) => value is T): T | undefined => {
    const value = left.get(name)
    if (!isReadable(value)) return undefined
    left.delete(name)
    return value
  }
  return {
    text: (name: string) => take(name, (value) => typeof value === 'string'),
    number: (name: string) => take(name, (value) => typeof value === 'number'),
    flag: (name: string) => take(name, (value) => typeof value === 'boolean'),
    one: (name: string, known: readonly string[]) =>
      take(name, (value): value is string => typeof value === 'string' && known.includes(value)),
    any: (name: string) => {
      const value = left.get(name)
      left.delete(name)
      return value
    },
    rest: () => (left.size === 0 ? undefined : jsonTextOf(Object.fromEntries(left))),
  }
}
