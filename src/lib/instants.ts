/** Durations in milliseconds. */
export const secondMs = 1_000
/** 60 s in milliseconds. */
export const minuteMs = 60 * secondMs
/** 60 min in milliseconds. */
export const hourMs = 60 * minuteMs
/** 24 h in milliseconds; a calendar day may be longer or shorter. */
export const dayMs = 24 * hourMs

/** Parses an instant to Unix ms; null for "none" (the years 0 and 1, too), undefined for invalid dates. Never throws. */
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
