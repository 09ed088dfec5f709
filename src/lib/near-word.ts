// Finds the intended word for a misspelt one.
import { foldText } from './fold-text'

/**
 * Returns the candidate that a word misspells; undefined when none is near. One letter in three may be wrong, missing,
 * superfluous or swapped with the next, but at most two, so that short words resemble nothing by chance. Case and
 * diacritics don't matter.
 */
export function nearestWord<Word extends string>(
  word: string,
  candidates: Iterable<Word>,
): Word | undefined {
  const wanted = foldText(word)
  let nearest: Word | undefined
  let least = Math.min(2, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    const steps = distance(wanted, foldText(candidate), least)
    if (steps < least) [nearest, least] = [candidate, steps]
  }
  return nearest
}

/** Slightly more than a missing letter, so that “ofline” means “offline” and not “online”. */
const wrongLetter = 1.25

/** Optimal string alignment distance; `most` when it is that or more. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) >= most) return most
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= other.length; to += 1) {
      const isSame = one[at - 1] === other[to - 1]
      const isSwapped = one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]
      next.push(
        Math.min(
          (row[to - 1] ?? 0) + (isSame ? 0 : wrongLetter),
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          isSwapped ? (before[to - 2] ?? Infinity) + 1 : Infinity,
        ),
      )
    }
    ;[before, row] = [row, next]
  }
  return Math.min(row.at(-1) ?? 0, most)
}
