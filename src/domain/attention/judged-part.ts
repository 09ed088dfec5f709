// The queue is made from the plants read when its survey began, which are fewer than those read by now.
import { countOf, formatCount } from '@/lib/format-count'

/** Says how many plants were judged so far. `total` is undefined or null when the list doesn't state it. */
export function judgedSoFar(judged: number, total: number | null | undefined): string {
  const of = typeof total === 'number' && total >= judged
  const count = of
    ? `${formatCount(judged)} of ${countOf(total, 'plant')}`
    : countOf(judged, 'plant')
  return `Judged so far: ${count}.`
}
