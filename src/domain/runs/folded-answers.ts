// Answers of a run folded: identical ones are one group, so that the few that differ stand out.
import { type FieldKind, type FieldText, type RunAnswer, fieldKind, runAnswer } from './run-answer'
import { type Run, stateIn } from './run-progress'
import type { RunRow, RunRowState } from './run-row'
import { isAnswered } from '@/domain/commands/command-answer'

/** A plant with its answer or, without one, its state. Plants are named by their index. */
export interface PlantAnswer {
  at: number
  state: RunRowState
  /** Undefined when the plant hasn’t answered. */
  answer: RunAnswer | undefined
}

/** A value in a group of answers: the same in all of them, or of one kind with `distinct` values. */
export type GroupValue = { text: FieldText } | { kind: FieldKind; distinct: number }

/** Plants that gave the same answer. */
export interface AnswerGroup extends Pick<RunAnswer, 'status' | 'kind'> {
  key: string
  state: RunRowState
  plants: readonly number[]
  /** By path; a field that the answers don’t have is missing. */
  values: ReadonlyMap<string, GroupValue>
}

/** Plants without an answer that are in the same state. */
export interface SilentGroup {
  state: RunRowState
  plants: readonly number[]
}

/** A field of the answers, with how many plants gave each of its values; the most frequent first. */
export interface AnswerField {
  path: string
  /** Number of answers that have the field. */
  plants: number
  values: readonly { text: FieldText; plants: number }[]
}

/** The answers of a run, folded. */
export interface FoldedAnswers {
  /** The smallest group first. */
  groups: readonly AnswerGroup[]
  /** The smallest group first. */
  silent: readonly SilentGroup[]
  answered: number
  /** Fields with one value in all answers. */
  common: readonly AnswerField[]
  /** Fields whose values separate groups. */
  differing: readonly AnswerField[]
  /** Fields whose values don’t. */
  leftOut: readonly AnswerField[]
}

/** Returns the plants of a run with their answers. */
export function answersOf(run: Pick<Run, 'document' | 'rows'>): PlantAnswer[] {
  return run.rows.map((row, at) => {
    const state = stateIn(run, row)
    return { at, state, answer: answerIn(row, state) }
  })
}

function answerIn({ evidence }: RunRow, state: RunRowState): RunAnswer | undefined {
  const record = evidence?.record
  const isHeard = state === 'ok' || state === 'error' || state === 'answered'
  return record && isHeard && isAnswered({ command: '', ...record }) ? runAnswer(record) : undefined
}

/**
 * Groups identical answers: equal in status and JSON, whatever the order of members and the blanks; numbers count as written.
 * Fields that are different on most plants, such as a time or a serial number, are left out: they count by presence and kind
 * alone. `isCompared` may decide otherwise. Each plant is in exactly one group.
 */
export function foldAnswers(
  plants: readonly PlantAnswer[],
  isCompared: (path: string) => boolean | undefined = () => undefined,
): FoldedAnswers {
  const silent = new Map<RunRowState, number[]>()
  const answers: Answered[] = []
  for (const { at, state, answer } of plants) {
    if (answer) answers.push({ at, state, answer })
    else put(silent, state, at)
  }
  const fields = fieldsOf(answers)
  const all = answers.length
  const isShared = ({ values, plants: having }: AnswerField) =>
    values.length === 1 && having === all
  const separate = fields.filter((field) => !isShared(field))
  const leftOut = separate.filter((field) => !(isCompared(field.path) ?? !isIndividual(field, all)))
  const masked = new Set(leftOut.map(({ path }) => path))
  return {
    groups: groupsOf(answers, masked),
    silent: smallestFirst([...silent].map(([state, of]) => ({ state, plants: of }))),
    answered: all,
    common: fields.filter(isShared),
    differing: separate.filter(({ path }) => !masked.has(path)),
    leftOut,
  }
}

interface Answered extends PlantAnswer {
  answer: RunAnswer
}

function fieldsOf(answers: readonly Answered[]): AnswerField[] {
  const counts = new Map<string, Map<FieldText, number>>()
  for (const { answer } of answers) {
    for (const [path, text] of answer.fields) {
      const texts = counts.get(path) ?? new Map<FieldText, number>()
      texts.set(text, (texts.get(text) ?? 0) + 1)
      counts.set(path, texts)
    }
  }
  return [...counts].map(([path, texts]) => {
    const values = [...texts].map(([text, plants]) => ({ text, plants }))
    return {
      path,
      plants: values.reduce((sum, { plants }) => sum + plants, 0),
      values: values.toSorted((a, b) => b.plants - a.plants),
    }
  })
}

const fewest = 4
/** What a plant says about an error (platform’s document, acks: `err?`, `msg?`). */
const errorMembers: ReadonlySet<string> = new Set(['err', 'msg'])

/**
 * The few plants that report errors may each report another one, which must be seen; and without a whole response nothing
 * would be compared.
 */
function isIndividual({ path, plants, values }: AnswerField, answered: number): boolean {
  if (path === '' || plants < fewest || values.length * 2 <= plants) return false
  return !errorMembers.has(path) || plants * 2 > answered
}

function groupsOf(answers: readonly Answered[], masked: ReadonlySet<string>): AnswerGroup[] {
  const byKey = new Map<string, [Answered, ...Answered[]]>()
  for (const one of answers) {
    const key = keyOf(one.answer, masked)
    const group = byKey.get(key)
    if (group) group.push(one)
    else byKey.set(key, [one])
  }
  const groups = [...byKey].map(([key, members]): AnswerGroup => {
    const [{ state, answer }] = members
    return {
      key,
      state,
      status: answer.status,
      kind: answer.kind,
      plants: members.map(({ at }) => at),
      values: new Map(
        [...answer.fields.keys()].map((path) => [path, valueIn(members, path, masked)]),
      ),
    }
  })
  return smallestFirst(groups)
}

function keyOf({ status, kind, fields }: RunAnswer, masked: ReadonlySet<string>): string {
  const parts = [...fields].flatMap(([path, text]) => [
    path,
    masked.has(path) ? fieldKind(text, kind) : `=${text}`,
  ])
  return JSON.stringify([status === undefined ? { unreadable: true } : status, kind, ...parts])
}

function valueIn(
  members: readonly [Answered, ...Answered[]],
  path: string,
  masked: ReadonlySet<string>,
): GroupValue {
  const [{ answer }] = members
  const text = answer.fields.get(path) ?? ''
  if (!masked.has(path)) return { text }
  const { size } = new Set(members.map((one) => one.answer.fields.get(path)))
  return size === 1 ? { text } : { kind: fieldKind(text, answer.kind), distinct: size }
}

function smallestFirst<Group extends { plants: readonly number[] }>(groups: Group[]): Group[] {
  const first = ({ plants: [at = 0] }: Group) => at
  return groups.toSorted((a, b) => a.plants.length - b.plants.length || first(a) - first(b))
}

function put<Key>(lists: Map<Key, number[]>, key: Key, at: number): void {
  const list = lists.get(key)
  if (list) list.push(at)
  else lists.set(key, [at])
}
