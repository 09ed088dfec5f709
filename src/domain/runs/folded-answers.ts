// Answers of a run folded: identical ones are one group, so that the few that differ stand out.
import {
  type AnswerField,
  type CountedValues,
  countValues,
  fieldOf,
  isIndividual,
} from './answer-values'
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
  const counted = countValues(answers.map(({ answer }) => answer))
  const fields = counted.fields.map(fieldOf)
  const all = answers.length
  const isShared = ({ values, plants: having }: AnswerField) =>
    values.length === 1 && having === all
  const separate = fields.filter((field) => !isShared(field))
  const leftOut = separate.filter((field) => !(isCompared(field.path) ?? !isIndividual(field, all)))
  const masked = new Set(leftOut.map(({ path }) => path))
  return {
    groups: groupsOf(answers, counted, masked),
    silent: smallestFirst([...silent].map(([state, of]) => ({ state, plants: of }))),
    answered: all,
    common: fields.filter(isShared),
    differing: separate.filter(({ path }) => !masked.has(path)),
    leftOut,
  }
}

/** Returns the fields in which the groups differ; of those left out, the ones that some answers lack or have as another kind. */
export function fieldsThatDiffer({ groups, differing, leftOut }: FoldedAnswers): AnswerField[] {
  const kindIn = ({ kind, values }: AnswerGroup, path: string) => {
    const value = values.get(path)
    return value && ('text' in value ? fieldKind(value.text, kind) : value.kind)
  }
  const isUneven = ({ path }: AnswerField) =>
    new Set(groups.map((group) => kindIn(group, path))).size > 1
  return [...differing, ...leftOut.filter(isUneven)]
}

interface Answered extends PlantAnswer {
  answer: RunAnswer
}

function groupsOf(
  answers: readonly Answered[],
  { fields, codes }: CountedValues,
  masked: ReadonlySet<string>,
): AnswerGroup[] {
  const kinds = new Map(
    fields
      .filter(({ path }) => masked.has(path))
      .flatMap(({ path, values }) =>
        [...values.values()].map(({ code, kind }) => [code, `${path} ${kind}`] as const),
      ),
  )
  const byKey = new Map<string, [Answered, ...Answered[]]>()
  for (const [at, one] of answers.entries()) {
    const { status, kind } = one.answer
    const own = (codes[at] ?? []).map((code) => kinds.get(code) ?? code)
    const key = JSON.stringify([status === undefined ? { unreadable: true } : status, kind, own])
    const group = byKey.get(key)
    if (group) group.push(one)
    else byKey.set(key, [one])
  }
  return smallestFirst([...byKey.values()].map((members) => groupOf(members, masked)))
}

function groupOf(members: [Answered, ...Answered[]], masked: ReadonlySet<string>): AnswerGroup {
  const [{ state, answer }] = members
  const { status, kind, fields } = answer
  const values = new Map([...fields.keys()].map((path) => [path, valueIn(members, path, masked)]))
  return { state, status, kind, plants: members.map(({ at }) => at), values }
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
