/** Keys that the list can be ordered by, as written in the address. */
export const sortKeys = [
  'urgency',
  'name',
  'serialNumber',
  'type',
  'status',
  'lifecycle',
  'auth',
  'template',
  'cert',
  'seen',
  'failures',
  'created',
] as const
export type SortKey = (typeof sortKeys)[number]

/** An order of the list. */
export interface FleetSort {
  key: SortKey
  isDescending: boolean
}

/** The most urgent plants first. */
export const defaultSort: FleetSort = { key: 'urgency', isDescending: false }

/** Parses a sort parameter such as `name` or `-name`; anything else is the default order. */
export function parseSort(text: unknown): FleetSort {
  if (typeof text !== 'string') return defaultSort
  const isDescending = text.startsWith('-')
  const key = sortKeys.find((one) => one === (isDescending ? text.slice(1) : text))
  return key === undefined ? defaultSort : { key, isDescending }
}

/** Returns the sort parameter; undefined for the default order. */
export function printSort({ key, isDescending }: FleetSort): string | undefined {
  if (key === defaultSort.key && !isDescending) return undefined
  return isDescending ? `-${key}` : key
}

/** Returns the order in which a column is sorted first: the plants that fail most often come first. */
export function firstSort(key: SortKey): FleetSort {
  return { key, isDescending: key === 'failures' }
}
