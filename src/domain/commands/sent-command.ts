/** Finds a command of this browser in a plant's history, also when the response to it was lost. */
import { type CommandStatus, commandStatusMeanings, statusOf } from './command-status'
import { targetOf } from './command-target'
import { commandTimeMs } from './command-time'
import { type CoverageGap, type HistoryReading, coverageGap } from './history-coverage'
import type { Command } from '@/api/commands'
import { isLaterReading } from '@/domain/actions/later-reading'
import { secondMs } from '@/lib/instants'
import { isSameJson } from '@/lib/same-json'
import { clockToleranceMs } from '@/lib/server-clock'

/** A command as the user composed it; `payload` is JSON text. */
export interface CommandContent {
  command: string
  payload?: string | undefined
  target?: string | undefined
}

/** A command that this browser has sent or tried to send. */
export interface SentCommand {
  key: string
  content: CommandContent
  /** Time of the click, Unix ms, server's clock. */
  clickedAtMs: number
  /** End of the confirmation, Unix ms, server's clock: nothing is sent later. */
  confirmedUntilMs?: number | undefined
  /** End of the request, Unix ms, device's clock; only later readings of the history count. Undefined while it runs. */
  settledAtMs: number | undefined
  /** IDs in the history before the click; undefined when it couldn't be read. */
  seenIds: readonly string[] | undefined
  /** The platform's record, if a readable response arrived. */
  recordId: string | undefined
  /** The record that was found by content after the response was lost. */
  matchedId?: string | undefined
  /** The server's message when it refused it. */
  refusal?: string | undefined
}

/** Commands that this browser sent to a plant, as far as what it stores was read. */
export interface SentReading {
  sent: readonly SentCommand[]
  /** `partial` when some of what this browser stores can't be read, so that commands may be missing. */
  extent: 'reading' | 'whole' | 'partial'
}

/** State of a sent command by one reading of the history. */
export interface SentState {
  status: CommandStatus
  record: Command | undefined
  /** IDs of its records; more than one after a browser's own repeat, or when someone else sent the same. */
  ids: readonly string[]
  /** The reason why the history can't settle an unknown outcome. */
  gap: CoverageGap | 'checking' | 'not-listed' | undefined
}

/** Returns the ID of a command's record: as its response named it, or as the history showed it by its content. */
export function knownIdOf({
  recordId,
  matchedId,
}: Partial<Pick<SentCommand, 'recordId' | 'matchedId'>>): string | undefined {
  return recordId ?? matchedId
}

/** Returns the ID of a command's record, also when only the latest reading shows it. Of several, it is the command's own. */
export function ownIdOf(sent: SentCommand, { record }: Pick<SentState, 'record'>) {
  return knownIdOf(sent) ?? record?.id
}

/** Returns since when an answer is awaited (Unix ms, server's clock): the time that decides a record's status, or the click. */
export function awaitedSinceMs(
  { clickedAtMs }: Pick<SentCommand, 'clickedAtMs'>,
  { record }: Pick<SentState, 'record'>,
): number {
  return (record && commandTimeMs(record)) ?? clickedAtMs
}

/** Our own limit: the history is checked for this long before a command counts as not recorded. */
export const recordedWithinMs = 30 * secondMs
/** A write is given up after 30 s (`api/client`); some seconds pass before and after it. */
const maxRequestMs = 35 * secondMs
/** A repeat may be recorded a little after the response to the first copy. */
const repeatedWithinMs = 5 * secondMs

interface Judgement {
  /** Now, Unix ms, device's clock. */
  nowMs: number
  /** The same moment by the server's clock. */
  serverMs: number
  /** Time after which a command counts as without an answer. */
  waitMs: number
  /** The member of a command that names its sub-device. */
  targetKey: string | null
}

/**
 * Returns the states of a browser's commands to one plant, which are given latest first. A record that could be that of
 * several equal ones belongs to the latest: an earlier one would have been in the history that was read before it.
 */
export function sentStates(
  sent: readonly SentCommand[],
  history: HistoryReading | undefined,
  judgement: Judgement,
): SentState[] {
  const taken = new Set(sent.flatMap((one) => knownIdOf(one) ?? []))
  return sent.map((one) => {
    const state = sentState(one, history, judgement, taken)
    for (const id of state.ids) taken.add(id)
    return state
  })
}

/**
 * Returns the state of a command; without a reading since the request, it is unknown. Records that are `taken` belong to
 * other commands.
 */
export function sentState(
  sent: SentCommand,
  history: HistoryReading | undefined,
  { nowMs, serverMs, waitMs, targetKey }: Judgement,
  taken: ReadonlySet<string> = new Set(),
): SentState {
  const aheadMs = serverMs - nowMs
  const knownId = knownIdOf(sent)
  // The click of another tab, or of a page that was reloaded, has no end that is known here.
  const endedMs = sent.settledAtMs ?? sent.clickedAtMs + maxRequestMs - aheadMs
  const shownFromMs = sent.settledAtMs ?? sent.clickedAtMs - aheadMs
  const isShown = history !== undefined && isLaterReading(history.readAtMs, shownFromMs)
  const matches = (isShown ? history.commands : []).filter(
    (row) => row.id === knownId || (!taken.has(row.id) && isMatch(sent, row, targetKey)),
  )
  const found = countedWith(matches, knownId, endedMs + aheadMs + repeatedWithinMs)
  const record = found.find(({ id }) => id === knownId) ?? earliestOf(found)
  if (record && history) {
    // By the time of the reading: a history that can't be read says nothing about an answer.
    const status = statusOf(record, history.readAtMs + aheadMs, waitMs)
    return { status, record, ids: found.map(({ id }) => id), gap: undefined }
  }
  // It was recorded, even if the page that was read doesn't list it, or none could be read.
  if (knownId !== undefined) {
    return { status: 'accepted', record: undefined, ids: [knownId], gap: 'not-listed' }
  }
  const unfound = { record: undefined, ids: [] }
  if (sent.refusal !== undefined)
    return { ...unfound, status: 'refused', gap: gapAfterRefusal(sent, history, endedMs) }
  if (sent.settledAtMs === undefined && nowMs < endedMs) {
    return { ...unfound, status: 'sending', gap: 'checking' }
  }
  const unknown = { ...unfound, status: 'unknown' } as const
  if (!history || !isLaterReading(history.readAtMs, endedMs)) return { ...unknown, gap: 'checking' }
  const gap = coverageGap(history, sent.seenIds)
  if (gap !== undefined) return { ...unknown, gap }
  return nowMs - endedMs < recordedWithinMs
    ? { ...unknown, gap: 'checking' }
    : { ...unfound, status: 'not-recorded', gap: undefined }
}

/** Returns true while later readings may change the state: also of a refused command, whose first copy may be recorded late. */
export function isFollowed(
  { settledAtMs = 0 }: Pick<SentCommand, 'settledAtMs'>,
  { status }: Pick<SentState, 'status'>,
  nowMs: number,
): boolean {
  if (status === 'refused') return nowMs - settledAtMs < recordedWithinMs
  return !commandStatusMeanings[status].isFinal
}

/** The latest reading decides what is shown of a refused request; a later one may show its first copy. */
function gapAfterRefusal(
  { seenIds }: SentCommand,
  history: HistoryReading | undefined,
  endedMs: number,
): SentState['gap'] {
  if (!history || !isLaterReading(history.readAtMs, endedMs)) return 'checking'
  return coverageGap(history, seenIds)
}

/**
 * A browser repeats a request before it has its response, so what is recorded later is not of the same click: it counts only
 * when nothing else shows that the command was recorded, and then once.
 */
function countedWith(matches: readonly Command[], knownId: string | undefined, untilMs: number) {
  const isOfClick = (row: Command) => row.id === knownId || (recordedMsOf(row) ?? 0) <= untilMs
  const counted = matches.filter(isOfClick)
  const earliest = earliestOf(matches)
  return counted.length > 0 || !earliest ? counted : [earliest]
}

/** By time, because the API states no order. */
function earliestOf(rows: readonly Command[]): Command | undefined {
  return rows.toSorted((a, b) => (recordedMsOf(a) ?? 0) - (recordedMsOf(b) ?? 0))[0]
}

function recordedMsOf(command: Command): number | undefined {
  return commandTimeMs(command, 'createdAt')
}

/** Matches by content, because a lost response leaves no ID: the same command and payload, not in the history before. */
function isMatch(
  { content, seenIds, clickedAtMs }: SentCommand,
  row: Command,
  targetKey: string | null,
): boolean {
  if (seenIds === undefined || seenIds.includes(row.id) || row.command !== content.command) {
    return false
  }
  // Most backends don't return the target; one that does tells two sub-devices apart.
  const target = targetOf(row, targetKey)
  if (target !== undefined && target !== content.target) return false
  const recordedMs = recordedMsOf(row)
  if (recordedMs !== undefined && recordedMs < clickedAtMs - clockToleranceMs) return false
  return isSameJson(content.payload ?? '{}', row.payload ?? '{}')
}
