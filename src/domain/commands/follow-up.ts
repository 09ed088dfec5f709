import type { SentCommand } from './sent-command'
import { hourMs, minuteMs, secondMs } from '@/lib/instants'
import { clockToleranceMs } from '@/lib/server-clock'

/** Intervals between readings of the history while an answer is awaited, by the age of the latest such command. */
const steps = [
  { untilMs: 10 * secondMs, everyMs: 2 * secondMs },
  { untilMs: minuteMs, everyMs: 5 * secondMs },
  { untilMs: hourMs, everyMs: 15 * secondMs },
]
/** A plant may answer when it connects again, so the history is read for as long as its page is open. */
const slowestMs = minuteMs

/**
 * Returns the ms until the next reading of the history for commands without an answer at `nowMs` (Unix ms, device's clock):
 * never longer than the user's own interval, which applies alone (false for none) when no answer is awaited.
 */
export function nextFollowUpMs(
  awaited: readonly Pick<SentCommand, 'settledAtMs'>[],
  nowMs: number,
  refreshEveryMs: number | false,
): number | false {
  const ages = awaited.flatMap(({ settledAtMs }) =>
    settledAtMs === undefined ? [] : [ageMs(settledAtMs, nowMs)],
  )
  if (ages.length === 0) return refreshEveryMs
  const youngestMs = Math.min(...ages)
  const { everyMs } = steps.find(({ untilMs }) => youngestMs < untilMs) ?? { everyMs: slowestMs }
  return refreshEveryMs === false ? everyMs : Math.min(everyMs, refreshEveryMs)
}

/** A time far ahead, from before the device's clock was set back, doesn't speed up the readings until it is reached. */
function ageMs(settledAtMs: number, nowMs: number): number {
  return settledAtMs > nowMs + clockToleranceMs ? Infinity : Math.max(0, nowMs - settledAtMs)
}
