/** Points in time as the API sends them: ISO 8601 text that may be null, missing, nonsensical or not a date. */

/** Milliseconds per unit. */
export const secondMs = 1_000
/** One minute in milliseconds. */
export const minuteMs = 60 * secondMs
/** One hour in milliseconds. */
export const hourMs = 60 * minuteMs
/** One day of 24 hours in milliseconds. */
export const dayMs = 24 * hourMs

/**
 * Parses an instant to Unix ms; null for "none", including the years 0 and 1 that some servers send instead; undefined
 * for invalid dates. Never throws.
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
