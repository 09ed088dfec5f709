/** Search parameters of the list's URL. */
export interface ListSearch {
  /** Filter line: text, but a line of digits arrives as a number, because the router parses values as JSON. */
  q?: unknown
  /** Order, as text. */
  sort?: unknown
  /** Links of earlier versions have the authentication method in a parameter of its own. */
  authMethod?: string | undefined
  /** True while the New plant dialog is open. */
  create?: boolean | undefined
}

/** New values of search parameters. */
interface SearchChange {
  q?: string | undefined
  sort?: string | undefined
  page?: undefined
  limit?: undefined
  authMethod?: undefined
}

/** Changes the search parameters, replacing the history entry or adding one. */
export type OnSearchChange = (change: SearchChange, isReplacing?: boolean) => void

/** Parameters of the server's pages only; the fleet's list removes them from the URL. */
export const withoutServerPages = { page: undefined, limit: undefined, authMethod: undefined }

/** Returns the filter line of the URL. */
export function filterLineOf({ q, authMethod }: ListSearch): string {
  const text = typeof q === 'string' || typeof q === 'number' ? String(q) : ''
  return authMethod === undefined ? text : `${text} auth:${authMethod}`.trim()
}
