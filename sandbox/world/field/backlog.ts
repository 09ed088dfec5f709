import { type TelemetrySample, maxPlantMessageBytes } from '#sandbox/platform/protocol/messages'
import { dayMs, minuteMs } from '@/lib/instants'

/** Interval (ms) at which a controller logs its measurements. */
const logEveryMs = 5 * minuteMs
const maxSamples = 60

/**
 * Returns the times (Unix ms) in a controller's log that were not sent yet: every five minutes since the last sample
 * that the broker accepted, at most back to 00:00 UTC of the day.
 */
export function backlogTimes(lastSentMs: number | null, nowMs: number): number[] {
  const dayStartMs = Math.floor(nowMs / dayMs) * dayMs
  const nextMs = lastSentMs === null ? 0 : (Math.floor(lastSentMs / logEveryMs) + 1) * logEveryMs
  const times: number[] = []
  for (let atMs = Math.max(dayStartMs, nextMs); atMs < nowMs; atMs += logEveryMs) times.push(atMs)
  return times
}

/** Splits samples, oldest first, into messages that the platform accepts: at most 60 samples, under 16 KiB. */
export function backlogMessages(
  samples: readonly TelemetrySample[],
): { text: string; samples: TelemetrySample[] }[] {
  const messages: { text: string; samples: TelemetrySample[] }[] = []
  let batch: TelemetrySample[] = []
  const finish = () => {
    if (batch.length > 0) messages.push({ text: textOf(batch), samples: batch })
    batch = []
  }
  for (const sample of samples) {
    const isFull = batch.length === maxSamples
    const size = Buffer.byteLength(textOf([...batch, sample]))
    if (isFull || size >= maxPlantMessageBytes) finish()
    batch.push(sample)
  }
  finish()
  return messages
}

function textOf(samples: readonly TelemetrySample[]): string {
  return JSON.stringify({ samples })
}
