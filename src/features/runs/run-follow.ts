// Reads what became of requests: often while an answer is awaited, and never more than a few plants at a time.
import type { RunRequests } from './run-requests'
import { isPlantGone } from '@/api/plant-gone'
import { nextFollowUpMs } from '@/domain/commands/follow-up'
import type { RunEvent } from '@/domain/runs/run-events'
import { type Run, answerMsOf, isSettledIn, stateIn } from '@/domain/runs/run-progress'
import { commandEvidence, lifecycleEvidence } from '@/domain/runs/run-reading'
import {
  type RunEvidence,
  type RunRequest,
  type RunRow,
  hasPassed,
  isDoubtful,
} from '@/domain/runs/run-row'
import type { RunNow } from '@/domain/runs/run-rules'
import { secondMs } from '@/lib/instants'
import { deviceNow, serverNow, toServerTime } from '@/lib/server-clock'

/** Time after a refusal from which a reading that shows nothing is believed, ms. */
const certainMs = 5 * secondMs
/** Readings at once. */
const maxAtOnce = 4

/** Returns the reader of a run's outcomes. */
export function followNow() {
  const reading = new Set<number>()
  const readAtMs = new Map<number, number>()

  /** Returns the plants to read now, those that wait longest first. */
  function due(run: Run, { nowMs, serverMs }: RunNow): number[] {
    const waiting = run.rows.flatMap((row, at) => {
      if (reading.has(at) || !isFollowed(run, row, nowMs)) return []
      const lastMs = readAtMs.get(at)
      const everyMs = row.request ? nextFollowUpMs([row.request], { nowMs, serverMs }, false) : 0
      const isWaiting =
        isReadEarly(row) && !hasPassed(row.request?.settledAtMs ?? 0, certainMs, nowMs)
      if (isWaiting && stateIn(run, row) === 'refused') return []
      const isDue = lastMs === undefined || hasPassed(lastMs, Number(everyMs), nowMs)
      return isDue ? [{ at, lastMs: lastMs ?? 0 }] : []
    })
    const room = Math.max(0, maxAtOnce - reading.size)
    return waiting
      .toSorted((a, b) => a.lastMs - b.lastMs)
      .slice(0, room)
      .map(({ at }) => at)
  }

  /** Reads what became of one request; returns nothing when it can't be read now. */
  async function read(
    run: Run,
    at: number,
    requests: RunRequests,
  ): Promise<(RunEvent & { at: number })[]> {
    const planned = run.document.plants[at]
    const request = run.rows[at]?.request
    if (!planned || !request || reading.has(at)) return []
    reading.add(at)
    readAtMs.set(at, deviceNow())
    try {
      const { evidence, matchedId } = await evidenceOf(run, planned.id, request, requests)
      if (!isUndone(request, evidence)) return [{ kind: 'evidence', at, evidence, matchedId }]
      // A first copy may be recorded a little after the refusal of the second.
      if (!hasPassed(request.settledAtMs ?? 0, certainMs, deviceNow())) return []
      return [{ kind: 'not-sent', at, reason: request.refusal ?? '' }]
    } catch {
      // The next reading may succeed; an answer isn't awaited forever.
      return [{ kind: 'unread', at }]
    } finally {
      reading.delete(at)
    }
  }

  return {
    due,
    read,
    /** Returns the plants whose outcome a reading may still change. */
    open: (run: Run) =>
      run.rows.flatMap((row, at) => (row.request && isOpenState(stateIn(run, row)) ? [at] : [])),
    /** Returns true while a request is on its way, or its outcome is read. */
    isFollowing: (run: Run, { nowMs }: RunNow) =>
      run.rows.some((row) => stateIn(run, row) === 'sending' || isFollowed(run, row, nowMs)),
  }
}

async function evidenceOf(
  run: Run,
  plantId: string,
  request: RunRequest,
  requests: RunRequests,
): Promise<{ evidence: RunEvidence; matchedId?: string | undefined }> {
  const { action } = run.document
  if (action.kind === 'command') {
    const history = await requests.readHistory(plantId)
    return commandEvidence(request, action.content, history, {
      nowMs: deviceNow(),
      serverMs: serverNow(),
      answerMs: answerMsOf(run),
      targetKey: action.targetKey,
    })
  }
  const plant = await requests.readPlant(plantId).catch((error: unknown) => {
    if (isPlantGone(error)) return 'gone' as const
    throw error
  })
  return { evidence: lifecycleEvidence(action.kind, plant, serverNow()) }
}

/** A request that was refused for now, and of which a complete reading shows nothing, had no effect. */
function isUndone(request: RunRequest, { record, gap, lifecycle }: RunEvidence): boolean {
  if (!request.isRepeatable || request.refusal === undefined || record) return false
  // A lifecycle that can't be read is '' and shows nothing.
  return lifecycle ? lifecycle.status !== '' && !lifecycle.isTarget : gap === undefined
}

function isFollowed(run: Run, row: RunRow, nowMs: number): boolean {
  if (!row.request || row.request.settledAtMs === undefined) return false
  const state = stateIn(run, row)
  if (state === 'waiting') return true
  // Read once more, because the first copy may be recorded a little after the refusal of its repeat.
  if (state === 'refused' && isReadEarly(row)) return true
  return isDoubtful(row, state) && !isSettledIn(run, row, nowMs)
}

/** Returns true for a refused request whose reading, in the server's time, came before its first copy would be recorded. */
function isReadEarly({ request, evidence }: RunRow): boolean {
  if (!evidence || request?.settledAtMs === undefined) return false
  return evidence.readAtMs - toServerTime(request.settledAtMs) < certainMs
}

function isOpenState(state: ReturnType<typeof stateIn>): boolean {
  return state === 'waiting' || state === 'unknown' || state === 'no-answer' || state === 'refused'
}
