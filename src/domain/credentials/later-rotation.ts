import type { Plant } from '@/api/plant-schemas'
import { isUnreadable } from '@/lib/unreadable'

/** The time of a plant's latest rotation, as its record shows it. */
type Rotation = Pick<Plant, 'secretRotatedAt' | 'unreadable'>

/**
 * Evidence in a plant's record about a rotation whose response arrived: this one (`shown`), that it was rotated once more since
 * (`again`), that it shows no new rotation (`not-shown`), or `unknown` where the time is unreadable.
 */
type ShownRotation = 'shown' | 'again' | 'not-shown' | 'unknown'

interface Readings {
  /** As confirmed, before the request. */
  before: Rotation
  /** The first reading after the response that shows another time than before. */
  first: Rotation | undefined
  latest: Rotation | undefined
}

/** Compares the readings of a plant after its secret was rotated; undefined before there is one. */
export function shownRotation({ before, first, latest }: Readings): ShownRotation | undefined {
  if (!latest) return undefined
  if (isUnreadable(latest, 'secretRotatedAt')) return 'unknown'
  if (!hasRotated(before, latest)) return 'not-shown'
  return first && hasRotated(first, latest) ? 'again' : 'shown'
}

/** Returns true when a reading shows a rotation that an earlier one doesn't. */
export function hasRotated(earlier: Rotation, later: Rotation): boolean {
  return Boolean(later.secretRotatedAt) && later.secretRotatedAt !== earlier.secretRotatedAt
}
