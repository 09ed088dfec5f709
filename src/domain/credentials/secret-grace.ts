import type { Plant } from '@/api/plant-schemas'
import { isWithdrawn } from '@/domain/status/lifecycle'
import { durationWords } from '@/lib/duration-units'
import { hourMs, minuteMs, readInstant } from '@/lib/instants'
import { clockToleranceMs } from '@/lib/server-clock'

/** Both secrets are valid for this long after a rotation (Plants API, rotate-secret: "1h grace period"). */
const secretGraceMs = hourMs

/** The documented grace period in words. */
export const secretGraceWords = durationWords(secretGraceMs)

/** Returns when the previous secret expires, Unix ms; undefined when none does. `graceMs` is as stated. */
export function secretGraceEndsMs(
  { secretRotatedAt, lifecycleStatus }: Pick<Plant, 'secretRotatedAt' | 'lifecycleStatus'>,
  nowMs: number,
  graceMs: number = secretGraceMs,
): number | undefined {
  const rotatedMs = readInstant(secretRotatedAt)
  if (typeof rotatedMs !== 'number' || isWithdrawn(lifecycleStatus)) return undefined
  if (rotatedMs > nowMs + clockToleranceMs) return undefined
  const endsMs = rotatedMs + graceMs
  return endsMs > nowMs ? endsMs : undefined
}

interface SecretGrace {
  endsMs: number
  /** True when the platform gave no period and the documented hour was used. */
  isAssumed: boolean
}

/** Returns the grace period after a rotation at `rotatedMs`: as stated in the response, or the documented hour. */
export function graceAfterRotation(
  gracePeriodMinutes: number | null | undefined,
  rotatedMs: number,
): SecretGrace {
  if (typeof gracePeriodMinutes !== 'number') {
    return { endsMs: rotatedMs + secretGraceMs, isAssumed: true }
  }
  return { endsMs: rotatedMs + Math.max(0, gracePeriodMinutes) * minuteMs, isAssumed: false }
}
