import { type ProgressKind, type WorklistPart, progressMeanings } from './worklist-state'
import { formatCount } from '@/lib/format-count'
import { entriesOf } from '@/lib/keyed-record'

/** Words for each part that the summary counts beside those renewed, in their order. */
const counted: Record<Exclude<WorklistPart, 'adopted'>, string> = {
  issued: 'issued, not in use yet',
  toDo: 'to do',
  unknown: 'unknown',
  pending: 'not read yet',
  otherwise: 'with other changes',
}

/** Sums up a worklist: "2 of 5 renewed · 1 issued, not in use yet · 2 to do". Only an adopted certificate is renewed. */
export function worklistSummary(kinds: readonly ProgressKind[]): string {
  const count = (part: WorklistPart) =>
    kinds.filter((kind) => progressMeanings[kind].part === part).length
  const parts = entriesOf(counted).flatMap(([part, words]) => {
    const number = count(part)
    return number === 0 ? [] : [`${formatCount(number)} ${words}`]
  })
  const renewed = `${formatCount(count('adopted'))} of ${formatCount(kinds.length)} renewed`
  return [renewed, ...parts].join(' · ')
}

/** Returns true for a plant that nothing is left to do for, so that the list can forget it. */
export function isFinished(kind: ProgressKind): boolean {
  return kind === 'gone' || progressMeanings[kind].part === 'adopted'
}
