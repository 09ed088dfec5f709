// Values of a field in a filter's text: a condition, or a mistake with its correction.
import { facetValueLabel, facetWords } from './facet-words'
import { durationMeant, readDuration } from './filter-durations'
import type { FieldName } from './filter-fields'
import { printValue } from './filter-quotes'
import type { AgeField, Condition, FacetName } from './fleet-filter'
import { isKeyOf } from '@/lib/look-up'
import { nearestWord } from '@/lib/near-word'

/** The reason why something can’t be read as a condition. */
export interface Mistake {
  message: string
  /** Text to put in its place. */
  suggestion?: string
}

/** Fields that are compared with “<” and “>”. */
type Compared = AgeField | 'failures'
type Operator = ':' | '<' | '>' | '='

/** The comparison that is usual for a field, with an example. */
const usual: Record<Compared, { op: '<' | '>'; example: string }> = {
  cert: { op: '<', example: 'cert<30d' },
  seen: { op: '>', example: 'seen>2d' },
  created: { op: '<', example: 'created<7d' },
  failures: { op: '>', example: 'failures>0' },
}

/** Reads the values of a field. */
export function readField(
  field: FieldName,
  op: Operator,
  values: readonly string[],
): Condition | Mistake {
  if (!isKeyOf(usual, field)) {
    if (op !== '<' && op !== '>') return readFacet(field, values)
    const suggestion = `${field}:${values.map(printValue).join(',')}`
    return { message: `“${field}” can’t be compared. Use “:”.`, suggestion }
  }
  const [first = ''] = values
  const [, more = '', value = ''] = /^([<>=]*)(.*)$/s.exec(first) ?? []
  const { example } = usual[field]
  // Many other languages have “>=”.
  if (more !== '') {
    const message = `Use “<” or “>” alone, as in “${example}”.`
    return { message, ...meant(field, `${op}${more}`, value) }
  }
  if (field === 'failures') return readCount(op, values)
  if (op === '<' || op === '>') {
    const ms = values.length === 1 ? readDuration(value) : undefined
    if (ms !== undefined) return { kind: 'age', field, op, ms }
    const message = `“${field}${op}” needs a time, such as “30d”, “2h” or “15m”.`
    return { message, ...meant(field, op, value) }
  }
  if (field === 'created' || durationMeant(value) !== undefined) {
    const message = `“${field}” needs “<” or “>” before a time, as in “${example}”.`
    return { message, ...meant(field, op, value) }
  }
  return readFacet(field, values)
}

function readFacet(field: FacetName, values: readonly string[]): Condition | Mistake {
  const { order: known, unknownValue } = facetWords[field]
  if (unknownValue !== 'mistake') return { kind: 'facet', facet: field, values }
  const unknown = values.find((one) => !known.includes(one.toLowerCase()))
  if (unknown === undefined)
    return { kind: 'facet', facet: field, values: values.map((one) => one.toLowerCase()) }
  const message = `“${field}” has no value “${unknown}”. Use ${listOf(known)}.`
  const near = valueNear(field, unknown, known)
  if (near === undefined) return { message }
  const corrected = values.map((one) => (one === unknown ? near : one))
  return { message, suggestion: `${field}:${corrected.map(printValue).join(',')}` }
}

/** Returns the intended value for a misspelt one, or for its label on screen. */
export function valueNear(
  facet: FacetName,
  given: string,
  known: readonly string[],
): string | undefined {
  const labels = new Map(known.map((value) => [facetValueLabel(facet, value), value]))
  const near = nearestWord(given, known)
  return near ?? labels.get(nearestWord(given, labels.keys()) ?? '')
}

function readCount(op: Operator, values: readonly string[]): Condition | Mistake {
  const [value = ''] = values
  const count = /^\d{1,9}$/.test(value) && values.length === 1 ? Number(value) : undefined
  if (count === undefined) return { message: '“failures” needs a number, such as “failures>0”.' }
  return { kind: 'count', field: 'failures', op: op === ':' ? '=' : op, count }
}

/** Returns the right form of a near miss, for any mix of operators. */
function meant(field: Compared, ops: string, value: string): Pick<Mistake, 'suggestion'> {
  const op = (['<', '>'] as const).find((char) => ops.includes(char))
  if (field === 'failures') {
    if (!/^\d{1,8}$/.test(value)) return {}
    // “At least one” is “more than none”.
    const step = op === '<' ? 1 : -1
    const count = Number(value) + (op !== undefined && ops.includes('=') ? step : 0)
    return count < 0 ? {} : { suggestion: `failures${op ?? ':'}${count}` }
  }
  const isBucket = field !== 'created' && facetWords[field].order.includes(value.toLowerCase())
  if (isBucket) return { suggestion: `${field}:${value}` }
  const time = durationMeant(value)
  return time === undefined ? {} : { suggestion: `${field}${op ?? usual[field].op}${time}` }
}

function listOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
