/**
 * Signals and actions of a template. Their shapes are documented beside the API only (`platform.md`), so
 * what does not look like one is kept as its JSON text, and members that nobody documented stay with theirs.
 */

import { jsonTextOf } from '@/lib/json-text'

/** A signal that looks like one. */
export interface TemplateSignal {
  kind: 'binary' | 'numeric' | 'other'
  key: string
  label: string
  /** Where the value comes from: "bit 3", "field battery.soc"; empty for a field named like the key. */
  source: string
  unit: string
  /** How it is worked with: "avg", "chart power, left axis", "alert when on". */
  notes: string[]
  isFeatured: boolean
  /** JSON text of what else it has; undefined for nothing. */
  rest: string | undefined
}

/** An action that looks like one: a command, and a payload to begin with. */
export interface TemplateAction {
  command: string
  label: string
  /** JSON text. */
  payload: string | undefined
  /** JSON text of what else it has; undefined for nothing. */
  rest: string | undefined
}

/** An item of a template, or the JSON text of one that cannot be read. */
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
  return {
    part: {
      command,
      label,
      payload: payload === undefined || payload === null ? undefined : jsonTextOf(payload),
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

/** Levels that the contract names; only templates of level PLANT belong to plants. */
const levelWords: Readonly<Record<'PLANT' | 'SUB_DEVICE', string>> = {
  PLANT: 'Plant',
  SUB_DEVICE: 'Sub-device',
}

/** A template's type in words; undefined for none. */
export function templateTypeLabel(type: string | null | undefined): string | undefined {
  return wordFor(typeWords, type)
}

/** A template's level in words; undefined for none. */
export function templateLevelLabel(level: string | null | undefined): string | undefined {
  return wordFor(levelWords, level)
}

function wordFor(words: Record<string, string>, value: string | null | undefined) {
  if (!value) return undefined
  return Object.hasOwn(words, value) ? words[value] : value
}

function kindOf(kind: string | undefined, bit: number | undefined, field: string | undefined) {
  if (kind === 'BINARY' || (kind === undefined && bit !== undefined && field === undefined)) {
    return 'binary'
  }
  return kind === 'NUMERIC' || (field !== undefined && bit === undefined) ? 'numeric' : 'other'
}

/** Takes readable members out of an object; what was not taken is its rest. Undefined for what is none. */
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
