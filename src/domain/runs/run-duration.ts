import type { RunSettings } from './run-settings'
import { hourMs, minuteMs, secondMs } from '@/lib/instants'

/** Duration of a run, ms: with immediate answers, and when each wave waits for an answer that doesn't come. */
interface RunDuration {
  leastMs: number
  mostMs: number
}

/** Returns how long a run over a number of plants takes, without pauses and limits on what is in flight. */
export function runDuration(plants: number, settings: RunSettings): RunDuration {
  const { canary, waveSize, perMinute, bakeS, answerS } = settings
  const waves = 1 + Math.ceil(Math.max(0, plants - canary) / waveSize)
  const sendingMs = (Math.max(0, plants - 1) * minuteMs) / perMinute
  const leastMs = sendingMs + bakeS * secondMs
  return { leastMs, mostMs: leastMs + waves * answerS * secondMs }
}

/** Describes how long a run takes: "About 4 min; up to 12 min if answers are slow." */
export function durationText(plants: number, settings: RunSettings): string {
  const { leastMs, mostMs } = runDuration(plants, settings)
  const [least, most] = [roughly(leastMs), roughly(mostMs)]
  if (least === most) return `About ${least}.`
  return `About ${least}; up to ${most} if answers are slow.`
}

function roughly(ms: number): string {
  if (ms < 1.5 * minuteMs) return `${Math.max(1, Math.ceil(ms / secondMs))} s`
  if (ms < 1.5 * hourMs) return `${Math.ceil(ms / minuteMs)} min`
  const halves = Math.ceil((2 * ms) / hourMs)
  return `${halves / 2} h`
}
