/** Points in time as the API sends them: ISO 8601 text that may be null, missing, absurd or no date. */

/** Milliseconds per unit. */
export const secondMs = 1_000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Epoch milliseconds, or undefined for null, missing, unreadable and zero-year dates. Never throws. */
export function parseInstant(text: string | null | undefined): number | undefined {
  if (!text || /^0{1,4}-/.test(text)) return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : ms
}
