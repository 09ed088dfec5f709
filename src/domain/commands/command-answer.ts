import type { Command } from '@/api/commands'
import { minuteMs, readInstant, secondMs } from '@/lib/instants'
import { parseJson } from '@/lib/json-text'
import { isUnreadable } from '@/lib/unreadable'

/** The plant's answer to a command by its time: none, without a time, soon after sending, or shown as an event of its own. */
type AnswerKind = 'none' | 'untimed' | 'prompt' | 'separate'

/** Our own limit: an earlier answer is shown with its command, a later one separately. */
const promptMs = minuteMs

interface Answer {
  kind: AnswerKind
  /** Time from sending to the acknowledgement, ms; undefined when the times don't determine it. */
  roundTripMs: number | undefined
}

/**
 * Reads a plant's answer: a response status or an acknowledgement time, even if it can't be read. Separate also when the
 * times don't determine how long it took.
 */
export function answerOf(command: Command): Answer {
  const { sentAt, ackedAt, responseStatus } = command
  const roundTripMs = betweenMs(sentAt, ackedAt)
  if (!isUnreadable(command, 'ackedAt') && readInstant(ackedAt) === null) {
    const isAnswer = Boolean(responseStatus) || isUnreadable(command, 'responseStatus')
    return { kind: isAnswer ? 'untimed' : 'none', roundTripMs }
  }
  const isPrompt = roundTripMs !== undefined && roundTripMs >= 0 && roundTripMs < promptMs
  return { kind: isPrompt ? 'prompt' : 'separate', roundTripMs }
}

/** Returns true once the plant has answered, even if its answer can't be read. */
export function isAnswered(command: Command): boolean {
  return answerOf(command).kind !== 'none'
}

/** Notes at the sending of a command. They quote the response status; `command-status` says what is taken for a success. */
const notes: Record<AnswerKind, (status: string, seconds: string) => string | undefined> = {
  none: () => 'No acknowledgement recorded',
  untimed: (status) => `Acknowledged, time not stated. ${status}`,
  prompt: (status, seconds) => `Acknowledged after ${seconds} s. ${status}`,
  separate: () => undefined,
}

/** Returns the note at the sending of a command; undefined when its acknowledgement is shown separately. */
export function commandNote(command: Command): string | undefined {
  const { kind, roundTripMs = 0 } = answerOf(command)
  return notes[kind](responseStatusText(command), (roundTripMs / secondMs).toFixed(1))
}

/** Returns a command's response status in a sentence, as "Response: OK". */
export function responseStatusText(command: Command): string {
  if (isUnreadable(command, 'responseStatus')) return 'The response status is unreadable'
  return command.responseStatus ? `Response: ${command.responseStatus}` : 'No response status'
}

/** Returns what the plant says in its response (platform's document, acks: `err?`, `msg?`); undefined when it says nothing. */
export function answerMessage({ response }: Pick<Command, 'response'>): string | undefined {
  const read = parseJson(response ?? '')
  if (typeof read !== 'object' || read === null) return undefined
  const { err, msg } = read as { err?: unknown; msg?: unknown }
  const parts = [err, msg].filter((part) => typeof part === 'string' && part !== '')
  return parts.length === 0 ? undefined : parts.join(': ')
}

function betweenMs(from: string | null | undefined, to: string | null | undefined) {
  const [fromMs, toMs] = [readInstant(from), readInstant(to)]
  return typeof fromMs === 'number' && typeof toMs === 'number' ? toMs - fromMs : undefined
}
