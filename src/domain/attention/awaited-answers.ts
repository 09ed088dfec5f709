// Commands of this browser that a plant hasn't answered, by the latest reading of its history.
import { commandStatusMeanings } from '@/domain/commands/command-status'
import type { HistoryReading } from '@/domain/commands/history-coverage'
import {
  type SentCommand,
  type SentState,
  awaitedSinceMs,
  isFollowed,
  sentStates,
} from '@/domain/commands/sent-command'
import { dayMs } from '@/lib/instants'

/** Our own limit: commands are followed for a day, and then only on the plant's page. */
export const followedForMs = dayMs

/**
 * The answers of a plant: an answer is `overdue` or the outcome unknown; `unread` when it would be, but no reading shows
 * whether; `waiting` while the plant may answer in time; `settled` when no later reading changes anything.
 */
type PlantAnswers =
  | { kind: 'overdue'; sinceMs: number }
  | { kind: 'unread' | 'waiting' | 'settled'; sinceMs?: undefined }

/** Judges the commands sent to one plant within the last day, given latest first. `sinceMs`: Unix ms, server's clock. */
export function answersOf(
  sent: readonly SentCommand[],
  history: HistoryReading | undefined,
  judgement: Parameters<typeof sentStates>[2],
): PlantAnswers {
  const { nowMs, serverMs, waitMs } = judgement
  const states = sentStates(sent, history, judgement)
  const open = sent.flatMap((one, at) => {
    const state = states[at]
    const isRecent = one.clickedAtMs >= serverMs - followedForMs
    return state && isRecent && isFollowed(one, state, nowMs) ? [{ sent: one, state }] : []
  })
  const overdue = open.filter(({ state }) => isOverdue(state))
  if (overdue.length > 0) {
    const times = overdue.map((one) => awaitedSinceMs(one.sent, one.state))
    return { kind: 'overdue', sinceMs: Math.min(...times) }
  }
  const isUnread = open.some(
    (one) => isUnclear(one.state) && serverMs - awaitedSinceMs(one.sent, one.state) > waitMs,
  )
  if (isUnread) return { kind: 'unread' }
  return { kind: open.length > 0 ? 'waiting' : 'settled' }
}

/** An unknown outcome counts once the history was checked for it. */
function isOverdue({ status, gap }: SentState): boolean {
  return status === 'no-answer' || (status === 'unknown' && gap !== 'checking')
}

/** Returns true for a command whose answer or record may be in the history since it was read. */
function isUnclear({ status, gap }: SentState): boolean {
  return commandStatusMeanings[status].isWaiting || (status === 'unknown' && gap === 'checking')
}
