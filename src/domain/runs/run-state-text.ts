// The evidence for a plant's state, in a sentence.
import type { RunRow, RunRowState } from './run-row'
import { answerMessage, answerOf } from '@/domain/commands/command-answer'
import { knownIdOf } from '@/domain/commands/sent-command'
import { lifecycleMeaning } from '@/domain/status/lifecycle'
import { secondMs } from '@/lib/instants'

const gapTexts: Record<NonNullable<NonNullable<RunRow['evidence']>['gap']>, string> = {
  checking: 'Its record is being checked.',
  'not-listed': 'Recorded. The page of the history that was read doesn’t show it.',
  'not-read-before': 'Its history wasn’t read before the request, so it can’t settle this.',
  'not-covered': 'Its history has more entries than were read, so it can’t settle this.',
  'not-readable': 'Its history can’t be fully read, so it can’t settle this.',
}

const notShown = 'No readable response arrived.'
const notListed = 'No readable response arrived, and its history doesn’t show it.'
const notRead = 'Recorded, but its history couldn’t be read.'

/** Returns the evidence for a row's state in a sentence; '' when the state says it all. */
export function stateText(row: RunRow, state: RunRowState): string {
  const { heldBack, notSent, request, evidence } = row
  if (heldBack) return `${heldBack.reasons.join('. ')}.`
  if (!request) return notSent?.reason ?? ''
  if (state === 'refused') return request.refusal ?? ''
  if (evidence?.lifecycle) return lifecycleText(row, evidence.lifecycle)
  // Nothing is claimed of the connection: a reactivated plant may stay away.
  if (request.isDone)
    return 'The platform confirmed the change. The plant itself doesn’t answer it.'
  const repeats =
    evidence && evidence.recordIds.length > 1 ? `Recorded ${evidence.recordIds.length} times. ` : ''
  if (state === 'no-answer') return `${repeats}Recorded, but nothing came back in time.`
  if (evidence?.record) return repeats + recordText(evidence.record)
  if (state === 'unknown') {
    if (!evidence) return knownIdOf(request) === undefined ? notShown : notRead
    return evidence.gap ? gapTexts[evidence.gap] : notListed
  }
  return repeats.trim()
}

function recordText(record: NonNullable<NonNullable<RunRow['evidence']>['record']>): string {
  const { roundTripMs } = answerOf({ command: '', ...record })
  const message = answerMessage(record)
  const after = roundTripMs === undefined ? '' : `After ${(roundTripMs / secondMs).toFixed(1)} s`
  return [after, message].filter(Boolean).join(': ')
}

function lifecycleText(
  { request }: RunRow,
  { status, isTarget }: { status: string; isTarget: boolean },
): string {
  if (status === 'gone') return 'It no longer exists.'
  if (status === '') return 'Its lifecycle can’t be read.'
  const shown = `It is ${lifecycleMeaning({ lifecycleStatus: status }).label}`
  if (!isTarget) return `${shown}.`
  return request?.isDone ? `${shown}.` : `${shown}. It isn’t known who changed it.`
}
