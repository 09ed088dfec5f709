import { isAnswered } from './command-answer'
import { commandAgeMs, shownTimeMember } from './command-time'
import type { Command } from '@/api/commands'
import { outcomeUnknown } from '@/api/errors'
import type { Meaning } from '@/domain/status/meaning'
import { parseJson } from '@/lib/json-text'
import { isUnreadable } from '@/lib/unreadable'

/**
 * Status of a command. The platform documents no values of `responseStatus`, so only the two that its own plants
 * send are taken for a success or a failure; any other one is shown as it is.
 */
export type CommandStatus =
  | 'sending'
  | 'accepted'
  | 'waiting'
  | 'no-answer'
  | 'ok'
  | 'error'
  | 'answered'
  | 'refused'
  | 'not-recorded'
  | 'unknown'

/** The commands of one answer, for a filter. */
export type AnswerGroup = 'ok' | 'error' | 'other' | 'none'

interface CommandMeaning extends Meaning {
  /** True when no later reading changes the status. */
  isFinal: boolean
  /** True while the plant may answer in the time that the user set. */
  isWaiting: boolean
  answer: AnswerGroup
}

/** Meaning of each status. Green only after the plant itself has answered OK. */
export const commandStatusMeanings: Record<CommandStatus, CommandMeaning> = {
  sending: {
    label: 'Sending',
    tone: 'info',
    hint: 'The request is in progress.',
    isFinal: false,
    isWaiting: false,
    answer: 'none',
  },
  accepted: {
    label: 'Accepted',
    tone: 'info',
    hint: 'The platform recorded it, but states no time of sending.',
    isFinal: false,
    isWaiting: true,
    answer: 'none',
  },
  waiting: {
    label: 'Sent, waiting',
    tone: 'info',
    hint: 'The plant hasn’t answered yet.',
    isFinal: false,
    isWaiting: true,
    answer: 'none',
  },
  'no-answer': {
    label: 'No answer yet',
    tone: 'warn',
    hint: 'The plant hasn’t answered in the time you set. It may still answer.',
    isFinal: false,
    isWaiting: false,
    answer: 'none',
  },
  ok: {
    label: 'Acknowledged OK',
    tone: 'ok',
    hint: 'The plant answered OK.',
    isFinal: true,
    isWaiting: false,
    answer: 'ok',
  },
  error: {
    label: 'Acknowledged with error',
    tone: 'danger',
    hint: 'The plant answered with an error.',
    isFinal: true,
    isWaiting: false,
    answer: 'error',
  },
  answered: {
    label: 'Acknowledged',
    tone: 'neutral',
    hint: 'The plant answered with a status that this dashboard doesn’t know.',
    isFinal: true,
    isWaiting: false,
    answer: 'other',
  },
  refused: {
    label: 'Refused',
    tone: 'danger',
    hint: 'The platform refused it.',
    isFinal: true,
    isWaiting: false,
    answer: 'none',
  },
  'not-recorded': {
    label: 'Not recorded',
    tone: 'warn',
    hint: 'The plant’s history doesn’t contain it. It may still be on its way.',
    isFinal: false,
    isWaiting: false,
    answer: 'none',
  },
  unknown: {
    label: outcomeUnknown,
    tone: 'warn',
    hint: 'No readable response arrived. It may or may not have been sent.',
    isFinal: false,
    isWaiting: false,
    answer: 'none',
  },
}

/**
 * Returns the status of a recorded command at `nowMs` (Unix ms, server's clock). Without an answer for `waitMs` since it was
 * sent or recorded, there is none yet.
 */
export function statusOf(command: Command, nowMs: number, waitMs: number): CommandStatus {
  if (isAnswered(command)) return answerStatus(command)
  const ageMs = commandAgeMs(command, nowMs)
  if (ageMs !== undefined && ageMs > waitMs) return 'no-answer'
  return shownTimeMember(command) === 'createdAt' ? 'accepted' : 'waiting'
}

/** An `err` in the answer contradicts OK (platform's document, acks: `err?`), so neither is claimed. */
function answerStatus(command: Command): CommandStatus {
  if (isUnreadable(command, 'responseStatus')) return 'answered'
  const status = command.responseStatus?.toUpperCase()
  if (status === 'ERROR') return 'error'
  return status === 'OK' && !hasError(command.response) ? 'ok' : 'answered'
}

function hasError(response: string | null | undefined): boolean {
  const read = parseJson(response ?? '')
  return typeof read === 'object' && read !== null && 'err' in read && Boolean(read.err)
}
