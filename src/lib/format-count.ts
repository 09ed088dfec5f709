/**
 * Formats a whole number with a comma between groups of three digits, as `en-GB` does. `Intl` would load its tables for
 * that, which takes a slow device a tenth of a second on the first screen.
 */
export function formatCount(count: number): string {
  if (!Number.isSafeInteger(count)) return String(count)
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}
