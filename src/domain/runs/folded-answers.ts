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

/** A field of a group: the same in all its answers, or with `distinct` values, and `missing` in some. */
export type GroupValue =
  | { text: FieldText }
  | { kinds: readonly FieldKind[]; distinct: number; missing: number }

/** The way a field separates groups: by its values, only by being missing or of another kind, or not at all. */
export type Comparison = 'values' | 'kind' | 'none'

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
  /** Of those left out, the ones to compare by kind: some answers lack them or have another kind. True if that separates groups. */
  byKind: ReadonlyMap<string, boolean>
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
 * Fields that are different on most plants, such as a time or a serial number, count by presence and kind alone. `choose` may
 * decide otherwise. Answers with another status or kind of response are never in one group; each plant is in exactly one.
 */
export function foldAnswers(
  plants: readonly PlantAnswer[],
  choose: (path: string) => Comparison | undefined = () => undefined,
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
  const masked = new Map<string, 'kind' | 'none'>()
  const byKind = new Map<string, boolean>()
  for (const field of separate) {
    const { path } = field
    const usual = isIndividual(field, all) ? 'kind' : 'values'
    const chosen = choose(path) ?? usual
    if (chosen === 'values') continue
    masked.set(path, chosen)
    const isOffered = usual === 'kind' || chosen === 'kind'
    if (isOffered && (field.plants < all || kindsOf(counted, path).size > 1))
      byKind.set(path, chosen === 'kind')
  }
  return {
    groups: groupsOf(answers, counted, masked),
    silent: smallestFirst([...silent].map(([state, of]) => ({ state, plants: of }))),
    answered: all,
    common: fields.filter(isShared),
    differing: separate.filter(({ path }) => !masked.has(path)),
    leftOut: separate.filter(({ path }) => masked.has(path)),
    byKind,
  }
}

function kindsOf({ fields }: CountedValues, path: string): Set<FieldKind> {
  const values = fields.find((field) => field.path === path)?.values.values() ?? []
  return new Set([...values].map(({ kind }) => kind))
}

/**
 * Returns the fields in which the groups differ: the compared ones, then those left out that some groups lack or have as
 * another kind. Fields with the fewest values come first.
 */
export function fieldsThatDiffer({ groups, differing, leftOut }: FoldedAnswers): AnswerField[] {
  const kindIn = ({ kind, values }: AnswerGroup, path: string) => {
    const value = values.get(path)
    if (!value) return ''
    if ('text' in value) return fieldKind(value.text, kind)
    return [...value.kinds, ...(value.missing > 0 ? ['missing'] : [])].join(' ')
  }
  const isUneven = ({ path }: AnswerField) =>
    new Set(groups.map((group) => kindIn(group, path))).size > 1
  const byValues = (a: AnswerField, b: AnswerField) => a.values.length - b.values.length
  return [...differing.toSorted(byValues), ...leftOut.filter(isUneven).toSorted(byValues)]
}

interface Answered extends PlantAnswer {
  answer: RunAnswer
}

type Masked = ReadonlyMap<string, 'kind' | 'none'>

function groupsOf(
  answers: readonly Answered[],
  { fields, codes }: CountedValues,
  masked: Masked,
): AnswerGroup[] {
  const maskedCodes = new Map(
    fields.flatMap(({ path, values }) => {
      const by = masked.get(path)
      if (by === undefined) return []
      return [...values.values()].map(
        ({ code, kind }) => [code, by === 'kind' ? [`${path} ${kind}`] : []] as const,
      )
    }),
  )
  const byKey = new Map<string, [Answered, ...Answered[]]>()
  for (const [at, one] of answers.entries()) {
    const { status, kind } = one.answer
    const own = (codes[at] ?? []).flatMap<number | string>(
      (code) => maskedCodes.get(code) ?? [code],
    )
    const key = JSON.stringify([status === undefined ? { unreadable: true } : status, kind, own])
    const group = byKey.get(key)
    if (group) group.push(one)
    else byKey.set(key, [one])
  }
  return smallestFirst([...byKey.values()].map((members) => groupOf(members, masked)))
}

function groupOf(members: [Answered, ...Answered[]], masked: Masked): AnswerGroup {
  const [{ state, answer }] = members
  const { status, kind, fields } = answer
  const values = new Map<string, GroupValue>()
  for (const [path, text] of fields) if (!masked.has(path)) values.set(path, { text })
  for (const path of masked.keys()) {
    const value = valueIn(members, path)
    if (value) values.set(path, value)
  }
  return { state, status, kind, plants: members.map(({ at }) => at), values }
}

function valueIn(members: readonly Answered[], path: string): GroupValue | undefined {
  const texts = new Map<FieldText, FieldKind>()
  let missing = 0
  for (const { answer } of members) {
    const text = answer.fields.get(path)
    if (text === undefined) missing += 1
    else if (!texts.has(text)) texts.set(text, fieldKind(text, answer.kind))
  }
  const [text] = texts.keys()
  if (text === undefined) return undefined
  if (texts.size === 1 && missing === 0) return { text }
  return { kinds: [...new Set(texts.values())].toSorted(), distinct: texts.size, missing }
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
