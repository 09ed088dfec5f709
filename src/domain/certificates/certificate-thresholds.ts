// Time that a certificate must have left. The API documentation names no number of days, so these are our own.
import { dayMs } from '@/lib/instants'

/** Days before expiry at which a certificate is urgent, and before that due soon. */
export interface Thresholds {
  urgentDays: number
  soonDays: number
}

/** The defaults of the whole product: renewing takes time, so a month is a warning and a week is an alarm. */
export const defaultThresholds: Thresholds = { urgentDays: 7, soonDays: 30 }

/** Longer than certificates are valid (24 months). */
export const maxDays = 750

/** Degree to which a certificate is at risk; one that ends `later` is not. */
export type RiskGrade = 'expired' | 'urgent' | 'soon' | 'later'

/** Returns true for a certificate that ends at `endMs`, at that very time (both Unix ms) and later. */
export function isExpired(endMs: number, nowMs: number): boolean {
  return endMs <= nowMs
}

/** Returns the grade of a certificate that ends at `endMs`, at a time (both Unix ms). */
export function riskGrade(endMs: number, nowMs: number, limits: Thresholds): RiskGrade {
  if (isExpired(endMs, nowMs)) return 'expired'
  const daysLeft = (endMs - nowMs) / dayMs
  if (daysLeft <= limits.urgentDays) return 'urgent'
  return daysLeft <= limits.soonDays ? 'soon' : 'later'
}

/** Returns thresholds from a user's numbers of days: each within its limits, and the urgent one not above the other. */
export function readThresholds(urgentDays?: number, soonDays?: number): Thresholds {
  const soon = daysOf(soonDays) ?? defaultThresholds.soonDays
  const urgent = daysOf(urgentDays) ?? Math.min(defaultThresholds.urgentDays, soon)
  return { urgentDays: Math.min(urgent, soon), soonDays: soon }
}

function daysOf(days: number | undefined): number | undefined {
  if (days === undefined || !Number.isFinite(days) || days < 1) return undefined
  return Math.min(Math.floor(days), maxDays)
}
