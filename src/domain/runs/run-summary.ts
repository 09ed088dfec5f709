import {
  type Run,
  answerMsOf,
  countStates,
  indexOf,
  stateIn,
  waveRows,
  waveSizeOf,
} from './run-progress'
import type { RunRow, RunRowState } from './run-row'
import { spacingMsOf } from './run-steps'
import { tallyText } from './run-tally'
import { okWords } from './run-words'
import { countdown } from '@/lib/countdown'
import { countOf, formatCount } from '@/lib/format-count'
import { secondMs } from '@/lib/instants'

/** Says what a run under way is doing at `serverMs` (Unix ms, server's clock). */
export function stepText(run: Run, serverMs: number): string {
  const { wave, bakedFromMs } = run.progress
  const rows = waveRows(run, wave).flatMap((at) => run.rows[at] ?? [])
  const places = waveSizeOf(run.document, wave)
  const size = Math.min(places, rows.length + indexOf(run).fresh.size)
  const count = `${tallyText(run, rows, size)}.`
  if (wave > 0) return `Wave ${formatCount(wave)}: ${count}${answerText(run, rows, serverMs)}`
  const isOne = size === 1
  if (bakedFromMs === undefined) {
    return `First ${isOne ? 'plant' : 'plants'}: ${count}${answerText(run, rows, serverMs)}`
  }
  const bakeLeftMs = bakedFromMs + run.document.settings.bakeS * secondMs - serverMs
  if (bakeLeftMs <= 0) return `Checking the first ${isOne ? 'plant' : 'plants'}.`
  const { isOk, oneIsOk } = okWords[run.document.action.kind]
  const who = isOne ? `The first plant ${oneIsOk} and is` : `The first plants ${isOk} and are`
  return `${who} watched for another ${secondsUp(bakeLeftMs)}.`
}

/** In the form of the other times on the page; a wait that isn’t over never reads as 0:00. */
const secondsUp = (waitMs: number) => countdown(Math.ceil(waitMs / secondMs) * secondMs)

/** Says, after a space, how long the latest answer of a wave is still awaited. The count of all plants has their number. */
function answerText(run: Run, rows: readonly RunRow[], serverMs: number): string {
  const clicked = rows
    .filter((row) => stateIn(run, row) === 'waiting')
    .map(({ request }) => request?.clickedAtMs ?? 0)
  if (clicked.length === 0) return ''
  const awaitedMs = Math.max(...clicked) + answerMsOf(run) - serverMs
  return awaitedMs > 0 ? ` Time left to answer: ${secondsUp(awaitedMs)}.` : ''
}

/**
 * Returns about how long a run under way still takes, ms, if plants answer at once; 0 when nothing is left to send, and
 * before the first plants have answered.
 */
export function leftMs(run: Run, serverMs: number): number {
  const left = countStates(run).get('not-sent') ?? 0
  const { wave, bakedFromMs } = run.progress
  if (left === 0 || (wave === 0 && bakedFromMs === undefined)) return 0
  const bakeEndMs = (bakedFromMs ?? 0) + run.document.settings.bakeS * secondMs
  const bakeLeftMs = wave > 0 ? 0 : Math.max(0, bakeEndMs - serverMs)
  return bakeLeftMs + left * spacingMsOf(run) + Math.min(answerMsOf(run), 2 * secondMs)
}

/** Says why a run of commands has no answers, and whether any may come. */
export function noAnswersText(run: Run): { title: string; text: string } {
  const counts = countStates(run)
  const countIn = (...states: RunRowState[]) =>
    states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0)
  if (run.progress.endedAtMs === undefined || countIn('sending', 'waiting') > 0) {
    return {
      title: 'No answers yet',
      text: 'Once plants answer, identical answers appear here as one group.',
    }
  }
  if (countIn('unknown') > 0) {
    return {
      title: 'No answers found',
      text: `The run is over. ${countOf(countIn('unknown'), 'plant')} may have received the command.`,
    }
  }
  const wasAsked = countIn('no-answer') > 0
  return {
    title: 'No plant answered',
    text: wasAsked ? 'The run is over.' : 'The run is over. No plant was sent the command.',
  }
}
