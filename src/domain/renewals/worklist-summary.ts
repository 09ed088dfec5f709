import { type ProgressKind, progressMeanings } from './worklist-state'
import { formatCount } from '@/lib/format-count'

/** Words for each state that the summary counts beside those renewed, in their order. */
const counted: readonly { kinds: readonly ProgressKind[]; words: string }[] = [
  { kinds: ['issued', 'refused'], words: 'issued, not in use yet' },
  { kinds: ['toDo'], words: 'to do' },
  { kinds: ['unknown'], words: 'unknown' },
  { kinds: ['pending'], words: 'not read yet' },
  { kinds: ['otherwise', 'gone'], words: 'with other changes' },
]

/** Sums up a worklist: "2 of 5 renewed · 1 issued, not in use yet · 2 to do". Only an adopted certificate is renewed. */
export function worklistSummary(kinds: readonly ProgressKind[]): string {
  const count = (wanted: readonly ProgressKind[]) =>
    kinds.filter((kind) => wanted.includes(kind)).length
  const parts = counted.flatMap(({ kinds: wanted, words }) => {
    const number = count(wanted)
    return number === 0 ? [] : [`${formatCount(number)} ${words}`]
  })
  const renewed = `${formatCount(count(['adopted']))} of ${formatCount(kinds.length)} renewed`
  return [renewed, ...parts].join(' · ')
}

/** Returns true for a plant that nothing is left to do for, so that the list can forget it. */
export function isFinished(kind: ProgressKind): boolean {
  return kind === 'gone' || progressMeanings[kind].part === 'adopted'
}
