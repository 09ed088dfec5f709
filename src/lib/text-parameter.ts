/**
 * Returns the text of a search parameter: the router parses values as JSON, so that digits alone arrive as a number.
 * Other values count as no text.
 */
export function textOfParameter(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
