import type { FoldedAnswers } from './folded-answers'
import { countOf, formatCount } from '@/lib/format-count'

/** Says how many plants of a run answered, and how many groups the others are in: the table has a row for each group. */
export function groupsText({ answered, groups, silent }: FoldedAnswers): string {
  const others = silent.reduce((sum, { plants }) => sum + plants.length, 0)
  const all = countOf(answered + others, 'plant')
  const text = `${formatCount(answered)} of ${all} answered, in ${countOf(groups.length, 'group')} of identical answers.`
  if (others === 0) return text
  const have = others === 1 ? 'has' : 'have'
  return `${text} The other ${others === 1 ? 'one' : formatCount(others)} ${have} no answer, in ${countOf(silent.length, 'group')} by state.`
}
