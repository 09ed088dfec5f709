import type { FilterMistake } from './filter-text'

/**
 * Explains the effect of mistakes in a filter’s text; undefined without any. Parts with mistakes are left out, so
 * the list has more plants than the user asked for, and acting on all of them would reach the wrong ones.
 */
export function unappliedWords(
  text: string,
  mistakes: readonly Pick<FilterMistake, 'column' | 'length'>[],
): string | undefined {
  if (mistakes.length === 0) return undefined
  const parts = mistakes.map(
    ({ column, length }) => `“${text.slice(column - 1, column - 1 + length)}”`,
  )
  const verb = parts.length === 1 ? 'isn’t' : 'aren’t'
  return `${parts.join(', ')} ${verb} applied, so the list may show too many plants.`
}

/** Returns the reason why an action on all matches of a filter’s text must wait; undefined when there is none. */
export function whyNotAllMatching(
  text: string,
  mistakes: readonly Pick<FilterMistake, 'column' | 'length'>[],
): string | undefined {
  const words = unappliedWords(text, mistakes)
  return words === undefined ? undefined : `${words} Correct the filter first.`
}
