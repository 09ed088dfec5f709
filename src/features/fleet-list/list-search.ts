import type { ListSearch } from '@/fleet/list-code'

/** Parameters of the server's pages only; the fleet's list removes them from the URL. */
export const withoutServerPages = { page: undefined, limit: undefined, authMethod: undefined }

/** Returns the filter line of the URL. */
export function filterLineOf({ q, authMethod }: ListSearch): string {
  const text = typeof q === 'string' || typeof q === 'number' ? String(q) : ''
  return authMethod === undefined ? text : `${text} auth:${authMethod}`.trim()
}
