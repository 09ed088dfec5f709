// How far a run is, in what is proven of its plants: sent to, and answered. An unknown outcome is neither. The parts of the
// sentence add up: only plants that nothing was sent to are not named.
import { type Run, countStates } from './run-progress'
import type { RunRow, RunRowState } from './run-row'
import { answeredWords } from './run-words'
import { countOf, formatCount } from '@/lib/format-count'
import { entriesOf } from '@/lib/keyed-record'

/** States that are counted under their own names, the most important first. */
const otherWords = {
  unknown: ['outcome unknown', 'outcomes unknown'],
  refused: ['refused', 'refused'],
  'held-back': ['held back', 'held back'],
  'no-answer': ['without an answer', 'without an answer'],
  waiting: ['answer still awaited', 'answers still awaited'],
  sending: ['being sent', 'being sent'],
} satisfies Partial<Record<RunRowState, [one: string, many: string]>>

/** The part of each state in the count; an outcome that isn’t known has none. */
const partOf: Record<
  Exclude<RunRowState, 'unknown' | 'refused' | 'held-back'>,
  'left' | 'sent' | 'answered'
> = {
  'not-sent': 'left',
  sending: 'left',
  waiting: 'sent',
  'no-answer': 'sent',
  ok: 'answered',
  answered: 'answered',
  error: 'answered',
}

/** Numbers of plants. */
interface RunTally {
  /** Plants that the action is known to be sent to, those that answered included. */
  sent: number
  /** Plants that answered, whatever their answer, or whose lifecycle was changed. */
  answered: number
}

/** Returns how many plants of a run were sent to, and how many of them answered. */
export function tallyOf(run: Run): RunTally {
  return tally(countStates(run))
}

/** Returns how far a run is in a sentence: "Sent to 5 of 9 plants, 3 answered, 1 outcome unknown." */
export function progressText(run: Run): string {
  const counts = countStates(run)
  const others = entriesOf(otherWords).flatMap(([state, [one, many]]) => {
    const count = counts.get(state) ?? 0
    return count > 0 ? [countOf(count, one, many)] : []
  })
  const text = [tallyText(run, run.rows, run.rows.length), ...others].join(', ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** Returns how many plants of a run answered, for the title of a tab: "3/9 answered". */
export function shortProgress(run: Run): string {
  const { answered } = tallyOf(run)
  const of = `${formatCount(answered)}/${formatCount(run.rows.length)}`
  return `${of} ${answeredWords[run.document.action.kind]}`
}

/**
 * Returns how many of some rows of a run were sent to and answered, as a part of a sentence. `plants` is the number of all that
 * they will be.
 */
export function tallyText(
  { document }: Pick<Run, 'document'>,
  rows: readonly RunRow[],
  plants: number,
): string {
  const { kind } = document.action
  const { sent, answered } = tally(countStates({ document, rows }))
  const [of, word] = [countOf(plants, 'plant'), answeredWords[kind]]
  // A change of the lifecycle is sent and confirmed in one step.
  if (kind !== 'command') return `${formatCount(answered)} of ${of} ${word}`
  return `sent to ${formatCount(sent)} of ${of}, ${formatCount(answered)} ${word}`
}

function tally(counts: ReadonlyMap<RunRowState, number>): RunTally {
  const countIn = (part: 'sent' | 'answered') =>
    entriesOf(partOf).reduce(
      (sum, [state, own]) => sum + (own === part ? (counts.get(state) ?? 0) : 0),
      0,
    )
  const answered = countIn('answered')
  return { sent: countIn('sent') + answered, answered }
}
