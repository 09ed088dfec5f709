// What happens to one plant of a run, and which of it still counts.
import { withRow, withStage } from './run-changes'
import { type Run, answerMsOf, stateIn } from './run-progress'
import {
  type CanaryWatch,
  type RunEvidence,
  type RunRequest,
  type RunRow,
  hasPassed,
  reconcileMs,
} from './run-row'
import type { RunNow } from './run-rules'
import { isAnswered } from '@/domain/commands/command-answer'

/** An event of one plant of a run; `at` is its index. */
export type RowEvent =
  | { kind: 'checking'; at: number }
  /** `sinceMs`: when the reading began, Unix ms, device's clock; it counts from then. */
  | { kind: 'checked'; at: number; alertIds: readonly string[] | undefined; sinceMs?: number }
  | { kind: 'held-back'; at: number; reasons: readonly string[] }
  | { kind: 'not-sent'; at: number; reason: string }
  | { kind: 'sending'; at: number; request: RunRequest }
  | { kind: 'settled'; at: number; request: RunRequest }
  | { kind: 'evidence'; at: number; evidence: RunEvidence; matchedId?: string | undefined }
  /** The outcome of a request couldn't be read. */
  | { kind: 'unread'; at: number }
  | { kind: 'watched'; at: number; watch: CanaryWatch }

/** Returns the run after an event of a plant; unchanged when it can't be true any more. */
export function afterRowEvent(run: Run, event: RowEvent, now: RunNow): Run {
  const { at } = event
  const row = run.rows[at]
  if (!row || !isPossible(run, row, event)) return run
  switch (event.kind) {
    case 'checking':
      return withStage(withRow(run, at, { wave: run.progress.wave }), at, 'checking')
    case 'checked':
      return withStage(withRow(run, at, { alertIds: event.alertIds }), at, {
        checkedAtMs: event.sinceMs ?? now.nowMs,
      })
    case 'held-back':
      return heldBack(run, at, event.reasons, now)
    case 'not-sent':
      return notSent(run, at, event.reason, now)
    case 'sending':
      return {
        ...withStage(withRow(run, at, { request: event.request }), at),
        lastSentAtMs: now.nowMs,
      }
    case 'settled':
      return withRow(run, at, {
        request: settledRequest(row, event.request, now),
        notSent: undefined,
      })
    case 'evidence':
      return withRow(run, at, afterReading(row, event))
    case 'unread':
      return unread(run, at, row, now)
    case 'watched':
      return withRow(run, at, { watch: event.watch })
  }
}

/** Returns true for an event that can be true of a row: nothing may lead to a second request, or hide the first. */
function isPossible(run: Run, row: RunRow, event: RowEvent): boolean {
  const stage = run.stages.get(event.at)
  const { request } = row
  const isRunning = run.progress.phase === 'running'
  switch (event.kind) {
    case 'checking':
      return isRunning && stateIn(run, row) === 'not-sent'
    case 'checked':
      return stage === 'checking'
    case 'held-back':
    case 'not-sent':
      return request ? isUnsent(row, request) : stage !== undefined
    case 'sending':
      return isRunning && !request && typeof stage === 'object'
    case 'settled':
      return request?.key === event.request.key && isUnsettled(run, row)
    case 'evidence':
    case 'unread':
      return request !== undefined
    case 'watched':
      return row.wave === 0 && request !== undefined
  }
}

/** True while it can still turn out that a request was never sent, or was refused for now and left no trace. */
function isUnsent({ evidence }: RunRow, request: RunRequest): boolean {
  if (evidence?.record || evidence?.lifecycle?.isTarget) return false
  if (request.settledAtMs === undefined) return true
  return request.refusal !== undefined && request.isRepeatable === true
}

/** A request whose page was gone may still end in a known way: only an unknown outcome is replaced. */
function isUnsettled(run: Run, row: RunRow): boolean {
  return row.request?.settledAtMs === undefined || stateIn(run, row) === 'unknown'
}

function settledRequest({ request: before }: RunRow, request: RunRequest, { nowMs }: RunNow) {
  const matchedId = before?.matchedId ?? request.matchedId
  return { ...request, matchedId, settledAtMs: request.settledAtMs ?? nowMs }
}

const unsent = { request: undefined, evidence: undefined, notSent: undefined }

function heldBack(run: Run, at: number, reasons: readonly string[], { serverMs }: RunNow): Run {
  const change = { ...unsent, heldBack: { reasons, atMs: serverMs } }
  return withStage(withRow(run, at, change), at)
}

/** Attempts that send nothing, one after another, before the plant is held back: it must not hold its wave forever. */
const maxTries = 3

function notSent(run: Run, at: number, reason: string, now: RunNow): Run {
  const tries = (run.rows[at]?.notSent?.tries ?? 0) + 1
  if (tries >= maxTries) {
    const words = `Nothing was sent in ${maxTries} attempts`
    return heldBack(run, at, [reason ? `${words}: ${reason.replace(/\.$/, '')}` : words], now)
  }
  const change = { ...unsent, notSent: { reason, atMs: now.serverMs, tries } }
  return withStage(withRow(run, at, change), at)
}

/** A later reading never takes back an answer, nor a change that was seen: a history may show it on another page. */
function afterReading(
  { request, evidence: before }: RunRow,
  { evidence, matchedId }: Extract<RowEvent, { kind: 'evidence' }>,
): Partial<RunRow> {
  const isLost =
    (before?.record !== undefined && evidence.record === undefined) ||
    (hasAnswer(before) && !hasAnswer(evidence)) ||
    (before?.lifecycle?.isTarget === true && evidence.lifecycle?.isTarget !== true)
  return {
    request: request && { ...request, matchedId: request.matchedId ?? matchedId },
    evidence: isLost ? before : evidence,
  }
}

const hasAnswer = (evidence: RunEvidence | undefined) =>
  evidence?.record !== undefined && isAnswered({ command: '', ...evidence.record })

/** An answer that can't be read is given up after its time, so that it doesn't hold the wave forever. */
function unread(run: Run, at: number, row: RunRow, { nowMs, serverMs }: RunNow): Run {
  const { request } = row
  if (!request || stateIn(run, row) !== 'waiting') return run
  const sinceMs = Math.max(request.settledAtMs ?? nowMs, run.progress.resumedAtMs ?? 0)
  if (!hasPassed(sinceMs, answerMsOf(run) + reconcileMs, nowMs)) return run
  return withRow(run, at, { request: { ...request, givenUpAtMs: serverMs } })
}
