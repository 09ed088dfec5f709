// Plants that are created, deleted or moved between two pages shift the rest: no single pass can rule that out.

import type { PassCounts } from '@/api/plant-search'

/** One pass over all pages of the list. Its first page is received before any other page is requested. */
export interface Pass extends PassCounts {
  /** Number of plants that the previous pass did not find. */
  newPlants: number
  /** Arrival of the first page, Unix ms, server's clock; undefined before it. */
  beganAtMs: number | undefined
}

/** Reason why the list may lack plants. */
export type Gap = 'reading' | 'unreadable' | 'moved' | 'no-total' | 'total-differs'

/** Proven as of a time (Unix ms, server's clock), probable after one undisturbed pass, or incomplete for a reason. */
export type Completeness =
  | { kind: 'complete'; asOfMs: number }
  | { kind: 'probable' }
  | { kind: 'incomplete'; gap: Gap }

/** Returns true while the list is read for the first time, so that what was found so far is only a part. */
export function isStillReading(completeness: Completeness): boolean {
  return completeness.kind === 'incomplete' && completeness.gap === 'reading'
}

interface KnownPart {
  completeness: Completeness
  isFromSnapshot: boolean
}

/** Returns true for a fleet of which only a part was read, neither in this visit nor in an earlier one. */
export function isPartRead({ completeness, isFromSnapshot }: KnownPart): boolean {
  return isStillReading(completeness) && !isFromSnapshot
}

/** Two passes with the same plants, and `meta.total` as their number when the second began, prove completeness. */
export function completenessOf(latest: Pass, previous?: Pass): Completeness {
  const gap = gapOf(latest)
  if (gap !== undefined) return { kind: 'incomplete', gap }
  const isProven =
    previous !== undefined &&
    previous.isEnded &&
    latest.beganAtMs !== undefined &&
    latest.firstTotal === latest.plants &&
    latest.newPlants === 0 &&
    latest.plants === previous.plants
  return isProven ? { kind: 'complete', asOfMs: latest.beganAtMs ?? 0 } : { kind: 'probable' }
}

/** Returns true when another pass over the list may prove that it is complete. */
export function isWorthAnotherPass(completeness: Completeness): boolean {
  if (completeness.kind !== 'incomplete') return completeness.kind === 'probable'
  return completeness.gap === 'moved' || completeness.gap === 'total-differs'
}

/** Returns the reason why a pass may lack plants; undefined when nothing disturbed it, which makes it probably complete. */
export function gapOf(pass: PassCounts): Gap | undefined {
  if (!pass.isEnded) return 'reading'
  if (pass.unreadableRows > 0) return 'unreadable'
  if (pass.repeatedRows > 0) return 'moved'
  if (pass.firstTotal === undefined || pass.latestTotal === undefined) return 'no-total'
  const isCounted = pass.firstTotal === pass.plants && pass.latestTotal === pass.plants
  return isCounted ? undefined : 'total-differs'
}
