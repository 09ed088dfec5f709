/** Points in time as the API sends them: ISO 8601 text that may be null, missing, absurd or no date. */

/** Milliseconds per unit. */
export const secondMs = 1_000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/**
 * Epoch milliseconds; null for "none", also for the years 0 and 1 that some servers send for it; undefined
 * for what is no date. Never throws.
 */
export function readInstant(
  value: string | number | Date | null | undefined,
): number | null | undefined {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string' && /^0{1,4}-/.test(value)) return null
  const date = new Date(value)
  const atMs = date.getTime()
  if (Number.isNaN(atMs)) return undefined
  return date.getUTCFullYear() <= 1 ? null : atMs
}
