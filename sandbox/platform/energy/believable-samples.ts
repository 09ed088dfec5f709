import type { TelemetrySample } from '#sandbox/platform/protocol/messages'
import { dayMs, minuteMs } from '@/lib/instants'

/** Tolerance (ms) for clocks that run ahead; later samples are ignored. */
const furthestAheadMs = 5 * minuteMs
/** Age limit (ms) for samples: a controller whose clock was never set sends times years ago. */
const furthestBackMs = 7 * dayMs

/** Returns the samples with a plausible time, oldest first. */
export function believableSamples(
  samples: readonly TelemetrySample[],
  now: Date,
): TelemetrySample[] {
  const fromMs = now.getTime() - furthestBackMs
  return samples
    .filter(({ ts }) => ts > fromMs && !isAhead(ts, now))
    .toSorted((one, other) => one.ts - other.ts)
}

/**
 * Returns true if a time (Unix ms) is too far ahead. A watermark can be, if it was stored before the platform's own
 * clock was corrected; respecting it would block all telemetry until then.
 */
export function isAhead(atMs: number, now: Date): boolean {
  return atMs > now.getTime() + furthestAheadMs
}
