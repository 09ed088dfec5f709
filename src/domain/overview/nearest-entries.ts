import type { PlantTimeline } from './plant-timeline'

/** Returns a timeline's entries nearest to now, and the number of others. */
export function nearestEntries(
  { ahead, past, undated }: PlantTimeline,
  most: { ahead: number; past: number },
): PlantTimeline & { left: number } {
  const near = { ahead: ahead.slice(-most.ahead), past: past.slice(0, most.past) }
  const left = ahead.length - near.ahead.length + past.length - near.past.length
  return { ...near, undated, left }
}
