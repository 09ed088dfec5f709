import { secretGraceMs } from '@/domain/actions/plant-actions'
import { minuteMs, secondMs } from '@/lib/instants'

/** The grace period during which the previous secret stays valid after a rotation. */
export interface SecretGrace {
  /** Unix ms. */
  endsMs: number
  /** True when the platform gave no period and the documented hour was used. */
  isAssumed: boolean
}

/** Returns the grace period after a rotation at `rotatedMs`, according to the response. */
export function graceAfterRotation(
  gracePeriodMinutes: number | null | undefined,
  rotatedMs: number,
): SecretGrace {
  if (typeof gracePeriodMinutes !== 'number') {
    return { endsMs: rotatedMs + secretGraceMs, isAssumed: true }
  }
  return { endsMs: rotatedMs + Math.max(0, gracePeriodMinutes) * minuteMs, isAssumed: false }
}

/** Formats a remaining or elapsed time as `42:10`, or `1:02:03` from one hour: whole seconds, rounded down. */
export function countdown(leftMs: number): string {
  const seconds = Math.max(0, Math.floor(leftMs / secondMs))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown
    .map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':')
}
