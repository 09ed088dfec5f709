/**
 * Formats a whole number with a comma every three digits, as `en-GB` does. `Intl` would first load its tables, which
 * delays the first screen of a slow device by a tenth of a second.
 */
export function formatCount(count: number): string {
  if (!Number.isSafeInteger(count)) return String(count)
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}
