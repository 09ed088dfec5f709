// One plant of a run: what was sent to it and read of it. Its state is never stored: it follows from what was sent, and from the readings
// since, so that an exported row proves itself.
import type { Command } from '@/api/commands'
import { statusOf } from '@/domain/commands/command-status'
import { type SentCommand, type SentState, knownIdOf } from '@/domain/commands/sent-command'

/** The state of a plant in a run; exactly one at a time. */
export type RunRowState =
  | 'not-sent'
  | 'held-back'
  | 'sending'
  | 'waiting'
  | 'ok'
  | 'answered'
  | 'error'
  | 'refused'
  | 'no-answer'
  | 'unknown'

/** A request of a run. Times are Unix ms, server's clock, but for `settledAtMs`, which is the device's. */
export interface RunRequest extends Omit<SentCommand, 'content' | 'confirmedUntilMs'> {
  /** True when a refusal was only for now, as after too many requests: it may be tried again once a reading shows nothing. */
  isRepeatable?: boolean | undefined
  /** True after a readable 2xx to a change of the lifecycle. */
  isDone?: boolean | undefined
  /** Time at which its answer was given up because nothing could be read; a later reading still counts. */
  givenUpAtMs?: number | undefined
}

/** The latest reading after a request. */
export interface RunEvidence {
  /** Unix ms, server's clock. */
  readAtMs: number
  /** Records of the command; more than one after a browser's own repeat. */
  recordIds: readonly string[]
  record?: Pick<
    Command,
    'id' | 'cmdId' | 'sentAt' | 'createdAt' | 'ackedAt' | 'responseStatus' | 'response'
  > &
    Pick<Command, 'unreadable'>
  /** The reason why the history can't settle an unknown outcome. */
  gap?: SentState['gap']
  /** For a change of the lifecycle: what the plant showed, and whether it is the target. */
  lifecycle?: { status: string; isTarget: boolean }
}

/** A look at a canary plant after its bake time. */
export interface CanaryWatch {
  /** Unix ms, server's clock. */
  readAtMs: number
  /** Reasons not to go on; none when the plant is well. */
  problems: readonly string[]
}

/** One plant of a run, as it is stored. */
export interface RunRow {
  plantId: string
  /** The wave that it was started in, counted from 0, the canary. */
  wave?: number | undefined
  /** The reasons why nothing was sent although it was its turn. */
  heldBack?: { reasons: readonly string[]; atMs: number } | undefined
  /** The reason why an attempt sent nothing; it may be tried again. `tries` counts them since the run last went on. */
  notSent?: { reason: string; atMs: number; tries?: number } | undefined
  /** Noted before the request. */
  request?: RunRequest | undefined
  /** IDs of the plant's alerts before the request; undefined when they couldn't be read. */
  alertIds?: readonly string[] | undefined
  evidence?: RunEvidence | undefined
  watch?: CanaryWatch | undefined
}

/** Returns the state of a row. `answerMs` is how long an answer is awaited. */
export function rowState(row: RunRow, answerMs: number): RunRowState {
  const { heldBack, request, evidence } = row
  if (!request) return heldBack ? 'held-back' : 'not-sent'
  if (evidence?.lifecycle?.isTarget) return 'ok'
  // A lifecycle that can't be read is '' and contradicts nothing.
  if (request.isDone) return evidence?.lifecycle?.status ? 'unknown' : 'ok'
  if (evidence?.record) return answerState(request, evidence.record, evidence.readAtMs, answerMs)
  if (request.refusal !== undefined) return 'refused'
  if (request.settledAtMs === undefined) return 'sending'
  // It was recorded, but no reading shows its record, so nothing is known of an answer.
  const isAwaited = waitedMs(request, evidence) <= answerMs && request.givenUpAtMs === undefined
  return knownIdOf(request) !== undefined && isAwaited ? 'waiting' : 'unknown'
}

function answerState(
  request: RunRequest,
  record: NonNullable<RunEvidence['record']>,
  readAtMs: number,
  answerMs: number,
): RunRowState {
  const status = statusOf({ command: '', ...record }, readAtMs, answerMs)
  const isAnswer = status === 'ok' || status === 'error' || status === 'answered'
  if (isAnswer || status === 'no-answer') return status
  // A record without a readable time, or with one of another clock, never grows old by itself.
  if (readAtMs - request.clickedAtMs > answerMs + reconcileMs) return 'no-answer'
  return (request.givenUpAtMs ?? 0) > readAtMs ? 'unknown' : 'waiting'
}

const waitedMs = ({ clickedAtMs }: RunRequest, evidence: RunEvidence | undefined) =>
  (evidence?.readAtMs ?? 0) - clickedAtMs

/** Time within which the readings may still find an unknown request, ms. */
export const reconcileMs = 30_000

/** Returns true for a row that a reading, or time, has yet to settle. */
export function isDoubtful({ evidence }: RunRow, state: RunRowState): boolean {
  return state === 'unknown' || (state === 'refused' && evidence === undefined)
}

/**
 * Returns true when a wave need not wait for a row any more at `nowMs`. Readings have their time from the end of the request, or from
 * `resumedAtMs`: nothing may have been read while the run was paused. Unix ms, device's clock.
 */
export function isSettled(
  row: RunRow,
  answerMs: number,
  nowMs: number,
  resumedAtMs: number | undefined = 0,
): boolean {
  const state = rowState(row, answerMs)
  if (isDoubtful(row, state)) {
    return hasPassed(Math.max(row.request?.settledAtMs ?? 0, resumedAtMs), reconcileMs, nowMs)
  }
  return state !== 'not-sent' && state !== 'sending' && state !== 'waiting'
}

/** Returns true when a time has passed since a moment (Unix ms). A clock that was set back isn't waited for. */
export function hasPassed(sinceMs: number, timeMs: number, nowMs: number): boolean {
  return Math.abs(nowMs - sinceMs) >= timeMs
}

/** States that a new run may try again: nothing reached the plant. */
export const repeatableStates: ReadonlySet<RunRowState> = new Set([
  'not-sent',
  'held-back',
  'refused',
])
