// The answer of one plant, member by member, so that equal answers are equal texts.
import type { RunEvidence } from './run-row'
import { type SortedJson, sortedJson } from '@/lib/sorted-json'
import { isUnreadable } from '@/lib/unreadable'

/** A value of a response: JSON text without blanks, its members in alphabetical order, numbers as the plant wrote them. */
export type FieldText = string

/** The answer of a plant. */
export interface RunAnswer {
  /** As the plant sent it; undefined when it can’t be read. */
  status: string | null | undefined
  /** Kind of response: JSON, other text, none, or unreadable. */
  kind: 'json' | 'text' | 'none' | 'unreadable'
  /**
   * Values by their path: `a`, or `a.b` one level deeper. A response that isn’t a JSON object or has too many members
   * has one value, with the path ''.
   */
  fields: ReadonlyMap<string, FieldText>
}

type Recorded = NonNullable<RunEvidence['record']>

/** Objects with more members stay one value: each would be a column. */
const maxMembers = 200

const answers = new WeakMap<Recorded, RunAnswer>()

/** Returns the answer in a record. Records never change in place, so each is read once. */
export function runAnswer(record: Recorded): RunAnswer {
  const known = answers.get(record)
  if (known) return known
  const answer = readAnswer(record)
  answers.set(record, answer)
  return answer
}

function readAnswer(record: Recorded): RunAnswer {
  const status = isUnreadable(record, 'responseStatus')
    ? undefined
    : (record.responseStatus ?? null)
  if (isUnreadable(record, 'response')) return { status, kind: 'unreadable', fields: new Map() }
  const { response } = record
  if (response === null || response === undefined)
    return { status, kind: 'none', fields: new Map() }
  const json = sortedJson(response)
  if (!json) return { status, kind: 'text', fields: new Map([['', response]]) }
  return { status, kind: 'json', fields: fieldsOf(json) }
}

function fieldsOf(json: SortedJson): Map<string, FieldText> {
  const fields = new Map<string, FieldText>()
  if (!isOpened(json)) return fields.set('', json.text)
  for (const [path, value] of membersOf(json, '')) {
    if (!isOpened(value)) fields.set(path, value.text)
    else for (const [inner, { text }] of membersOf(value, path)) fields.set(inner, text)
  }
  return fields.size > maxMembers ? new Map([['', json.text]]) : fields
}

/** An empty object is a value, too: without one, it would look like no member. */
function isOpened({ members = [] }: SortedJson): boolean {
  return members.length > 0 && members.length <= maxMembers
}

function membersOf({ members = [] }: SortedJson, above: string): [string, SortedJson][] {
  let before = ''
  let count = 1
  return members.map(({ name, value }) => {
    count = name === before ? count + 1 : 1
    before = name
    const path = pathOf(above, name)
    return [count > 1 ? `${path} (${count})` : path, value]
  })
}

/** Odd names are quoted, so that no two members have one path. */
function pathOf(above: string, name: string): string {
  const plain = name.slice(1, -1)
  if (!/^[\w-]+$/.test(plain)) return `${above}[${name}]`
  return above === '' ? plain : `${above}.${plain}`
}

/** Kind of a JSON value. */
export type FieldKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'text'

/** Returns the kind of a field's value; `text` for a response that isn’t JSON. */
export function fieldKind(text: FieldText, kind: RunAnswer['kind']): FieldKind {
  if (kind !== 'json') return 'text'
  return kinds[text[0] ?? ''] ?? 'number'
}

const kinds: Record<string, FieldKind> = {
  '{': 'object',
  '[': 'array',
  '"': 'string',
  t: 'boolean',
  f: 'boolean',
  n: 'null',
}

/** Returns a value for a cell of a file: a string without its quotes, anything else as JSON. */
export function plainFieldText(text: FieldText): string {
  if (!text.startsWith('"') || !text.endsWith('"')) return text
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}

/** Returns a value for the screen: quotes stay where a string would look like another value, or like none. */
export function shownFieldText(text: FieldText): string {
  const plain = plainFieldText(text)
  const isAmbiguous = plain.trim() !== plain || plain === '' || sortedJson(plain) !== undefined
  return isAmbiguous ? text : plain
}
