import type { Command } from '@/api/commands'
import { minuteMs, readInstant, secondMs } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'

/** State of a command in the history, from its times; the contract documents no values of `responseStatus`. */
type CommandState = 'unacknowledged' | 'untimed-response' | 'acknowledged' | 'late'

/** Our own limit: an earlier acknowledgement is shown with its command, a later one separately. */
const promptMs = minuteMs

interface CommandReading {
  state: CommandState
  /** Time from sending to the acknowledgement, ms; undefined when the times don't determine it. */
  roundTripMs: number | undefined
}

/** Reads the state of a command; `late` also when its times don't determine how long the acknowledgement took. */
export function commandReading(command: Command): CommandReading {
  const { sentAt, ackedAt, responseStatus } = command
  const isAcked = isUnreadable(command, 'ackedAt') || readInstant(ackedAt) !== null
  const roundTripMs = betweenMs(sentAt, ackedAt)
  if (!isAcked) {
    return { state: responseStatus ? 'untimed-response' : 'unacknowledged', roundTripMs }
  }
  const isPrompt = roundTripMs !== undefined && roundTripMs >= 0 && roundTripMs < promptMs
  return { state: isPrompt ? 'acknowledged' : 'late', roundTripMs }
}

/** Notes at the sending of a command. They quote the response status; `command-status` says what is taken for a success. */
const notes: Record<CommandState, (status: string, seconds: string) => string | undefined> = {
  unacknowledged: () => 'No acknowledgement recorded',
  'untimed-response': (status) => `${status}, without a time`,
  acknowledged: (status, seconds) => `Acknowledged after ${seconds} s. ${status}`,
  late: () => undefined,
}

/** Returns the note at the sending of a command; undefined when its acknowledgement is shown separately. */
export function commandNote(command: Command): string | undefined {
  const { state, roundTripMs = 0 } = commandReading(command)
  return notes[state](responseStatusText(command), (roundTripMs / secondMs).toFixed(1))
}

/** Returns a command's response status in a sentence, as "Response: OK". */
export function responseStatusText(command: Command): string {
  if (isUnreadable(command, 'responseStatus')) return 'The response status is unreadable'
  return command.responseStatus ? `Response: ${command.responseStatus}` : 'No response status'
}

function betweenMs(from: string | null | undefined, to: string | null | undefined) {
  const [fromMs, toMs] = [readInstant(from), readInstant(to)]
  return typeof fromMs === 'number' && typeof toMs === 'number' ? toMs - fromMs : undefined
}
