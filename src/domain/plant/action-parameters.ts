/**
 * Parameters that a template describes for an action. The API's documents give no shape for it, so the usual ones are read:
 * a JSON Schema with `properties`, a list of named parameters, or a map of them.
 */
import { lookUp } from '@/lib/look-up'

/** A parameter of a command, as its template describes it. */
export interface ActionParameter {
  name: string
  kind: 'number' | 'text' | 'flag' | undefined
  isInteger: boolean
  isRequired: boolean
  unit: string
  /** Smallest and largest value; `isOpen` when the limit itself is not allowed. */
  least: Limit | undefined
  most: Limit | undefined
  /** The values to choose from. */
  choices: readonly (string | number | boolean)[] | undefined
}

interface Limit {
  value: number
  isOpen: boolean
}

type Members = Readonly<Record<string, unknown>>

const memberNames = ['parameters', 'params', 'schema', 'payloadSchema'] as const

const kinds = {
  number: 'number',
  integer: 'number',
  int: 'number',
  float: 'number',
  string: 'text',
  text: 'text',
  enum: 'text',
  boolean: 'flag',
  bool: 'flag',
} as const

/** Members of a description that are read or say nothing about the value. */
const understood = new Set([
  'name',
  'key',
  'type',
  'unit',
  'required',
  'label',
  'title',
  'description',
  'minimum',
  'min',
  'exclusiveMinimum',
  'maximum',
  'max',
  'exclusiveMaximum',
  'enum',
  'options',
  'values',
  'default',
  'example',
  'examples',
])

/** Returns the member of an action that describes its parameters; undefined when there is none. */
export function parametersMember(action: unknown): { name: string; value: unknown } | undefined {
  if (!isMembers(action)) return undefined
  const name = memberNames.find((one) => action[one] !== undefined && action[one] !== null)
  return name === undefined ? undefined : { name, value: action[name] }
}

/** Reads the description of an action's parameters; undefined when a part of it can't be read. */
export function readParameters(value: unknown): ActionParameter[] | undefined {
  const described = describedIn(value)
  const read = described?.map(([name, spec]) => readParameter(name, spec))
  return read?.every((one) => one !== undefined) ? read : undefined
}

/** Describes the allowed values of a parameter, as "whole number, 1 to 3600 s"; empty when the template says nothing. */
export function allowedText(parameter: ActionParameter): string {
  const { kind, isInteger, choices, unit } = parameter
  if (choices) return `one of ${choices.join(', ')}`
  const range = rangeText(parameter)
  const isWhole = kind === 'number' && isInteger
  const parts = [isWhole ? 'whole number' : '', unit && range ? `${range} ${unit}` : range || unit]
  return parts.filter(Boolean).join(', ')
}

function rangeText({ least, most }: ActionParameter): string {
  if (least && most && !least.isOpen && !most.isOpen) return `${least.value} to ${most.value}`
  const from = least && `${least.isOpen ? 'more than' : 'at least'} ${least.value}`
  const to = most && `${most.isOpen ? 'less than' : 'at most'} ${most.value}`
  return [from, to].filter(Boolean).join(', ')
}

function describedIn(value: unknown): [name: unknown, spec: unknown][] | undefined {
  if (Array.isArray(value)) {
    return value.map((spec: unknown) => [isMembers(spec) ? (spec.name ?? spec.key) : spec, spec])
  }
  if (!isMembers(value)) return undefined
  const { properties, required } = value
  if (!isMembers(properties)) return Object.entries(value)
  const names: readonly unknown[] = Array.isArray(required) ? required : []
  return Object.entries(properties).map(([name, spec]) => [
    name,
    isMembers(spec) ? { ...spec, required: names.includes(name) } : spec,
  ])
}

function readParameter(name: unknown, spec: unknown): ActionParameter | undefined {
  if (typeof name !== 'string' || name === '' || !isMembers(spec)) return undefined
  if (Object.keys(spec).some((member) => !understood.has(member))) return undefined
  const { type, unit } = spec
  const word = typeof type === 'string' ? type.toLowerCase() : ''
  return {
    name,
    kind: lookUp<ActionParameter['kind']>(kinds, word),
    isInteger: word.startsWith('int'),
    isRequired: spec.required === true,
    unit: typeof unit === 'string' ? unit : '',
    least: limitOf(spec.minimum ?? spec.min, spec.exclusiveMinimum),
    most: limitOf(spec.maximum ?? spec.max, spec.exclusiveMaximum),
    choices: choicesOf(spec.enum ?? spec.options ?? spec.values),
  }
}

/** JSON Schema has two forms: a number of its own, or a flag beside the limit. */
function limitOf(limit: unknown, exclusive: unknown): Limit | undefined {
  if (typeof exclusive === 'number') return { value: exclusive, isOpen: true }
  return typeof limit === 'number' ? { value: limit, isOpen: exclusive === true } : undefined
}

function choicesOf(value: unknown): ActionParameter['choices'] {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const choices = value.filter(
    (one: unknown): one is string | number | boolean =>
      typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean',
  )
  return choices.length === value.length ? choices : undefined
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
