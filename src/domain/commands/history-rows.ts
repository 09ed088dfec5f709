import { answerOf } from './command-answer'
import {
  type AnswerGroup,
  type CommandStatus,
  commandStatusMeanings,
  statusOf,
} from './command-status'
import { type CommandTarget, targetOf } from './command-target'
import type { Command } from '@/api/commands'
import { foldText } from '@/lib/fold-text'
import { secondMs } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'

/** A command of the history, as judged when it was read. */
export interface HistoryRow {
  command: Command
  status: CommandStatus
  target: CommandTarget
  /** True for a command that this browser sent. */
  isOwn: boolean
}

/** Names of the answers, in the order of the filter. */
export const answerLabels: Record<AnswerGroup, string> = {
  ok: 'Answered OK',
  error: 'Answered with error',
  other: 'Other answer',
  none: 'Without an answer',
}

/** Filter of the loaded commands. */
interface HistoryFilter {
  answer?: AnswerGroup | undefined
  /** Text in the command's name. */
  name?: string | undefined
  /** Only the commands that this browser sent. */
  mine?: boolean | undefined
}

interface Circumstances {
  /** Time of the reading, Unix ms, server's clock: what isn't known since then isn't claimed. */
  readAtMs: number
  waitMs: number
  targetKey: string | null
  ownIds: ReadonlySet<string>
}

/** Judges the commands of a page, in the server's order. */
export function historyRows(
  commands: readonly Command[],
  { readAtMs, waitMs, targetKey, ownIds }: Circumstances,
): HistoryRow[] {
  return commands.map((command) => ({
    command,
    status: statusOf(command, readAtMs, waitMs),
    target: targetOf(command, targetKey),
    isOwn: ownIds.has(command.id),
  }))
}

/** Returns the rows that match the filter. Letter case and accents don't matter. */
export function filterRows(
  rows: readonly HistoryRow[],
  { answer, name = '', mine }: HistoryFilter,
): HistoryRow[] {
  const wanted = foldText(name.trim())
  return rows.filter(
    ({ command, status, isOwn }) =>
      (answer === undefined || commandStatusMeanings[status].answer === answer) &&
      (mine !== true || isOwn) &&
      foldText(command.command).includes(wanted),
  )
}

/** Returns true when the filter leaves out any kind of row. */
export function isFiltering({ answer, name = '', mine }: HistoryFilter): boolean {
  return answer !== undefined || name.trim() !== '' || mine === true
}

/** Returns the seconds from sending to the acknowledgement, or why they aren't known; undefined without an answer. */
export function roundTripOf(
  command: Command,
): number | 'unreadable' | 'unknown' | 'contradictory times' | undefined {
  const { kind, roundTripMs } = answerOf(command)
  if (kind === 'none') return undefined
  if (isUnreadable(command, 'sentAt', 'ackedAt')) return 'unreadable'
  if (roundTripMs === undefined) return 'unknown'
  return roundTripMs < 0 ? 'contradictory times' : roundTripMs / secondMs
}

/** Returns what an answer of neither plain OK nor plain error says; undefined for every other status. */
export function otherAnswerText({ command, status }: HistoryRow): string | undefined {
  if (status !== 'answered' || isUnreadable(command, 'responseStatus')) return undefined
  const { responseStatus } = command
  if (!responseStatus) return 'no status'
  const isOk = responseStatus.toUpperCase() === 'OK'
  return isOk ? `${responseStatus}, but the response has an error` : responseStatus
}
