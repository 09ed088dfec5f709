// Judges whether a list that was read page by page has every plant. Plants that are created, deleted or sorted elsewhere
// between two pages shift the rest, so that a plant can be skipped; no single pass can rule that out.

/** One pass over all pages of the list. Its first page is answered before any other page is requested. */
export interface Pass {
  /** Number of distinct plants received so far, and how many of them the pass before did not find. */
  plants: number
  strangers: number
  /** `meta.total` of the first and of the latest page; undefined when not stated. */
  firstTotal: number | undefined
  latestTotal: number | undefined
  /** Rows without a readable ID. */
  unreadableRows: number
  /** Rows of plants that an earlier page of this pass already had: proof that plants moved. */
  repeatedRows: number
  /** Arrival of the first page, Unix ms, server's clock; undefined before it. */
  beganAtMs: number | undefined
  /** True once the end of the list was reached. */
  isEnded: boolean
}

/** Reasons why a list is not known to be complete. */
export type Gap = 'reading' | 'unreadable' | 'moved' | 'no-total' | 'total-differs'

/**
 * Completeness of a list: proven as of a time (Unix ms, server's clock), probable after one undisturbed pass, or
 * incomplete for a reason.
 */
export type Completeness =
  | { kind: 'complete'; asOfMs: number }
  | { kind: 'probable' }
  | { kind: 'incomplete'; gap: Gap }

/**
 * Judges the latest pass, given the one before it. Two passes with the same plants prove completeness: IDs are never
 * reused, so each of these plants existed when the second pass began. If `meta.total` was then their number, there was
 * no other plant at that time.
 */
export function completenessOf(latest: Pass, previous?: Pass): Completeness {
  const gap = gapOf(latest)
  if (gap !== undefined) return { kind: 'incomplete', gap }
  const isProven =
    previous !== undefined &&
    previous.isEnded &&
    latest.beganAtMs !== undefined &&
    latest.firstTotal === latest.plants &&
    // No stranger and no fewer: the same plants.
    latest.strangers === 0 &&
    latest.plants === previous.plants
  return isProven ? { kind: 'complete', asOfMs: latest.beganAtMs ?? 0 } : { kind: 'probable' }
}

/** Returns true when another pass over the list may prove that it is complete. */
export function isWorthAnotherPass(completeness: Completeness): boolean {
  if (completeness.kind !== 'incomplete') return completeness.kind === 'probable'
  return completeness.gap === 'moved' || completeness.gap === 'total-differs'
}

function gapOf(pass: Pass): Gap | undefined {
  if (!pass.isEnded) return 'reading'
  if (pass.unreadableRows > 0) return 'unreadable'
  if (pass.repeatedRows > 0) return 'moved'
  if (pass.firstTotal === undefined || pass.latestTotal === undefined) return 'no-total'
  const isCounted = pass.firstTotal === pass.plants && pass.latestTotal === pass.plants
  return isCounted ? undefined : 'total-differs'
}
