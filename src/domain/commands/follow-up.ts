import type { SentCommand } from './sent-command'
import { hourMs, minuteMs, secondMs } from '@/lib/instants'

/** Intervals between readings of the history while an answer is awaited, by the age of the latest such command. */
const steps = [
  { untilMs: 10 * secondMs, everyMs: 2 * secondMs },
  { untilMs: minuteMs, everyMs: 5 * secondMs },
  { untilMs: hourMs, everyMs: 15 * secondMs },
]

/**
 * Returns the ms until the next reading of the history for commands without an answer at `nowMs` (Unix ms, device's clock);
 * undefined when none has been awaited for less than an hour.
 */
export function nextFollowUpMs(
  awaited: readonly Pick<SentCommand, 'settledAtMs'>[],
  nowMs: number,
): number | undefined {
  const ages = awaited.flatMap(({ settledAtMs }) =>
    settledAtMs === undefined ? [] : [nowMs - settledAtMs],
  )
  const youngestMs = Math.min(...ages)
  return steps.find(({ untilMs }) => youngestMs < untilMs)?.everyMs
}
