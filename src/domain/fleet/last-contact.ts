import { dayMs, hourMs } from '@/lib/instants'

/** Time since the last contact with a plant, in buckets. */
export type SeenBucket = 'hour' | 'day' | 'week' | 'older' | 'never' | 'unreadable'

const bounds: readonly { bucket: SeenBucket; withinMs: number }[] = [
  { bucket: 'hour', withinMs: hourMs },
  { bucket: 'day', withinMs: dayMs },
  { bucket: 'week', withinMs: 7 * dayMs },
]

/** Times since the last contact at which a plant changes from one bucket to another, ms. */
export const seenEdgesMs = bounds.map(({ withinMs }) => withinMs)

/** Labels of the times since the last contact. */
export const seenWords: Record<SeenBucket, string> = {
  hour: 'Within an hour',
  day: 'An hour to a day ago',
  week: 'A day to a week ago',
  older: 'Over a week ago',
  never: 'Never connected',
  unreadable: 'Unreadable',
}

/**
 * Returns the bucket of a last contact as read by `readInstant` (Unix ms; null for never, undefined for unreadable). A
 * plant belongs to the shortest time that fits.
 */
export function seenBucket(seenMs: number | null | undefined, nowMs: number): SeenBucket {
  if (seenMs === null) return 'never'
  if (seenMs === undefined) return 'unreadable'
  return bounds.find(({ withinMs }) => nowMs - seenMs <= withinMs)?.bucket ?? 'older'
}
