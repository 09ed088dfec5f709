import type { SentCommand } from './sent-command'
import { type CadenceStep, intervalAfter } from '@/lib/cadence'
import { hourMs, minuteMs, secondMs } from '@/lib/instants'
import { clockToleranceMs } from '@/lib/server-clock'

/** Intervals between readings of the history while an answer is awaited, by the age of the latest such command. */
const steps: readonly CadenceStep[] = [
  { untilMs: 10 * secondMs, everyMs: 2 * secondMs },
  { untilMs: minuteMs, everyMs: 5 * secondMs },
  { untilMs: hourMs, everyMs: 15 * secondMs },
]
/** A plant may answer when it connects again, so the history is read for as long as its page is open. */
const slowestMs = minuteMs

/** The same moment, Unix ms, by both clocks. */
interface Now {
  nowMs: number
  serverMs: number
}

/**
 * Returns the ms until the next reading of the history for commands without an answer: never longer than the user's own
 * interval, which applies alone (false for none) when no answer is awaited. A request without a known end, as after a
 * reload, counts from its click.
 */
export function nextFollowUpMs(
  awaited: readonly Pick<SentCommand, 'clickedAtMs' | 'settledAtMs'>[],
  { nowMs, serverMs }: Now,
  refreshEveryMs: number | false,
): number | false {
  const ages = awaited.map(({ clickedAtMs, settledAtMs }) =>
    settledAtMs === undefined ? ageMs(clickedAtMs, serverMs) : ageMs(settledAtMs, nowMs),
  )
  if (ages.length === 0) return refreshEveryMs
  const youngestMs = Math.min(...ages)
  const everyMs = intervalAfter(steps, youngestMs) ?? slowestMs
  return refreshEveryMs === false ? everyMs : Math.min(everyMs, refreshEveryMs)
}

/** A time far ahead, from before a clock was set back, doesn't speed up the readings until it is reached. */
function ageMs(sinceMs: number, nowMs: number): number {
  return sinceMs > nowMs + clockToleranceMs ? Infinity : Math.max(0, nowMs - sinceMs)
}
