import type { ListSearch } from '@/fleet/list-code'
import { textOfParameter } from '@/lib/text-parameter'

/** Parameters of the server's pages only; the fleet's list removes them from the URL. */
export const withoutServerPages = { page: undefined, limit: undefined, authMethod: undefined }

/** Returns the filter line of the URL. */
export function filterLineOf({ q, authMethod }: ListSearch): string {
  const text = textOfParameter(q)
  return authMethod === undefined ? text : `${text} auth:${authMethod}`.trim()
}
