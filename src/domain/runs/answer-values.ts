// Which values the fields of a run's answers have, and on how many plants.
import { type FieldKind, type FieldText, type RunAnswer, fieldKind } from './run-answer'

/** A field of the answers, with how many plants gave each of its values; the most frequent first. */
export interface AnswerField {
  path: string
  /** Number of answers that have the field. */
  plants: number
  values: readonly { text: FieldText; plants: number }[]
}

/** The values of a field, numbered over all fields: numbers are compared much faster than long texts. */
interface CountedField {
  path: string
  values: Map<FieldText, { code: number; kind: FieldKind; plants: number }>
}

/** The values of all answers. */
export interface CountedValues {
  fields: CountedField[]
  /** For each answer, the codes of its values, in the order of its fields. */
  codes: number[][]
}

/** Counts the values of each field. */
export function countValues(answers: readonly RunAnswer[]): CountedValues {
  const byPath = new Map<string, CountedField>()
  let next = 0
  const codes = answers.map((answer) => {
    const own: number[] = []
    for (const [path, text] of answer.fields) {
      let field = byPath.get(path)
      if (!field) byPath.set(path, (field = { path, values: new Map() }))
      let value = field.values.get(text)
      if (!value)
        field.values.set(
          text,
          (value = { code: (next += 1), kind: fieldKind(text, answer.kind), plants: 0 }),
        )
      value.plants += 1
      own.push(value.code)
    }
    return own
  })
  return { fields: [...byPath.values()], codes }
}

/** Returns a field with its values, the most frequent first. */
export function fieldOf({ path, values }: CountedField): AnswerField {
  const counts = [...values].map(([text, { plants }]) => ({ text, plants }))
  return {
    path,
    plants: counts.reduce((sum, { plants }) => sum + plants, 0),
    values: counts.toSorted((a, b) => b.plants - a.plants),
  }
}

const fewest = 4
/** With fewer answers, more than half may be different by chance, such as the versions of a firmware. */
const fewestToJudge = 12
/** Members in which a plant describes an error (platform’s document, acks: `err?`, `msg?`). */
const errorMembers: ReadonlySet<string> = new Set(['err', 'msg'])

/**
 * Returns true for a field that is different on most plants that have it, such as a time or a serial number; with few
 * answers, only if it is different on each. The few plants that report errors may each report another one, which must be
 * seen; and without a whole response nothing would be compared.
 */
export function isIndividual({ path, plants, values }: AnswerField, answered: number): boolean {
  if (path === '' || plants < fewest) return false
  if (answered < fewestToJudge ? values.length < plants : values.length * 2 <= plants) return false
  return !errorMembers.has(path) || plants * 2 > answered
}
