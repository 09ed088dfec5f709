import { dayMs, minuteMs } from '@/lib/instants'
import type { TelemetrySample } from '#sandbox/platform/protocol/messages'

/** A clock may run ahead by this (ms); what claims to be from later is ignored. */
const furthestAheadMs = 5 * minuteMs
/** A controller whose clock was never set sends times years ago; nothing waits this long (ms) to be sent. */
const furthestBackMs = 7 * dayMs

/** The samples that can be believed to be from when they say, oldest first. */
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
 * Whether a time (Unix ms) is from too far ahead. As a watermark it was set before the platform's own clock was
 * put right, and heeding it would shut out all telemetry until then.
 */
export function isAhead(atMs: number, now: Date): boolean {
  return atMs > now.getTime() + furthestAheadMs
}
