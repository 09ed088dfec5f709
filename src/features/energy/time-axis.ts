import { hourMs, minuteMs } from '@/lib/instants'

/** Formats a duration as "14 min" or "2 h 5 min": whole minutes, rounded down. */
export function formatHoursAndMinutes(durationMs: number): string {
  const minutes = Math.floor(durationMs / minuteMs)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    hours > 0 ? `${hours}\u00A0h` : '',
    rest > 0 || hours === 0 ? `${rest}\u00A0min` : '',
  ]
  return parts.filter(Boolean).join(' ')
}

const steps = [
  minuteMs,
  2 * minuteMs,
  5 * minuteMs,
  15 * minuteMs,
  30 * minuteMs,
  hourMs,
  2 * hourMs,
]
const maxStep = 3 * hourMs
const maxTicks = 9

export function timeTicks(fromMs: number, toMs: number): number[] {
  const step = steps.find((each) => (toMs - fromMs) / each <= maxTicks - 1) ?? maxStep
  const first = Math.ceil(fromMs / step) * step
  const count = Math.max(0, Math.floor((toMs - first) / step) + 1)
  return Array.from({ length: count }, (_, index) => first + index * step)
}
