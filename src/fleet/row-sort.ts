/** Compares two rows: negative when the first one comes first. No two rows are equal. */
export type CompareRows = (a: number, b: number) => number

const runLength = 2_048
const mergedPerStep = 8_192

/**
 * Sorts rows in steps short enough for a page that responds to input: each `next` takes about a millisecond. A merge
 * sort, because the engine's own sort of 100,000 rows cannot be interrupted.
 */
export function* sortInSteps(
  rows: Uint32Array,
  compare: CompareRows,
): Generator<void, Uint32Array> {
  let from = rows.slice()
  let to = new Uint32Array(rows.length)
  for (let start = 0; start < from.length; start += runLength) {
    from.subarray(start, start + runLength).sort(compare)
    yield
  }
  for (let width = runLength; width < from.length; width *= 2) {
    let merged = 0
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length)
      const end = Math.min(middle + width, from.length)
      let [left, right] = [start, middle]
      for (let at = start; at < end; at += 1) {
        const isLeft =
          left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) < 0)
        to[at] = from[isLeft ? left++ : right++] ?? 0
        merged += 1
        if (merged % mergedPerStep === 0) yield
      }
    }
    ;[from, to] = [to, from]
  }
  return from
}

/** Merges sorted rows into sorted rows: by binary search, because mostly few of many rows have changed. */
export function mergeInto(
  sorted: Uint32Array,
  more: Uint32Array,
  compare: CompareRows,
): Uint32Array {
  if (sorted.length === 0) return more
  const merged = new Uint32Array(sorted.length + more.length)
  let [taken, end] = [0, 0]
  for (const row of more) {
    const place = placeFor(sorted, row, taken, compare)
    merged.set(sorted.subarray(taken, place), end)
    end += place - taken
    taken = place
    merged[end] = row
    end += 1
  }
  merged.set(sorted.subarray(taken), end)
  return merged
}

function placeFor(sorted: Uint32Array, row: number, from: number, compare: CompareRows): number {
  let [low, high] = [from, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(sorted[middle] ?? 0, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}
