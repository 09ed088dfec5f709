import { type Run, answerMsOf, countStates, stateIn, waveRows } from './run-progress'
import type { RunRowState } from './run-row'
import { spacingMsOf } from './run-steps'
import { okWords } from './run-words'
import { countOf, formatCount } from '@/lib/format-count'
import { secondMs } from '@/lib/instants'

/** Returns how many plants of a run were processed: sent something, or held back. */
export function doneCount(run: Run): number {
  const counts = countStates(run)
  const open = (counts.get('not-sent') ?? 0) + (counts.get('sending') ?? 0)
  return run.rows.length - open
}

/** A plant of the wave is not sent to while it is read for its turn. */
const unsettled: ReadonlySet<RunRowState> = new Set(['not-sent', 'sending', 'waiting'])

/** Says what a run under way is doing at `serverMs` (Unix ms, server's clock). */
export function stepText(run: Run, serverMs: number): string {
  const { wave, bakedFromMs } = run.progress
  const rows = waveRows(run, wave)
  const settled = rows.filter((at) => {
    const row = run.rows[at]
    return row && !unsettled.has(stateIn(run, row))
  }).length
  if (wave > 0)
    return `Wave ${formatCount(wave)}: ${settled} of ${countOf(rows.length, 'plant')} settled.`
  if (bakedFromMs === undefined) {
    return `First plants: ${settled} of ${countOf(rows.length, 'plant')} settled.`
  }
  const bakeLeftMs = bakedFromMs + run.document.settings.bakeS * secondMs - serverMs
  return bakeLeftMs > 0
    ? `The first plants ${okWords[run.document.action.kind].isOk} and are watched for ${Math.ceil(bakeLeftMs / secondMs)} s more.`
    : 'Checking the first plants.'
}

/** Returns about how long a run under way still takes, ms, if plants answer at once; 0 when nothing is left to send. */
export function leftMs(run: Run, serverMs: number): number {
  const left = countStates(run).get('not-sent') ?? 0
  const { wave, bakedFromMs } = run.progress
  const bakeMs = run.document.settings.bakeS * secondMs
  const bakeLeftMs = wave > 0 ? 0 : Math.max(0, (bakedFromMs ?? serverMs) + bakeMs - serverMs)
  if (left === 0) return bakeLeftMs
  return bakeLeftMs + left * spacingMsOf(run) + Math.min(answerMsOf(run), 2 * secondMs)
}
