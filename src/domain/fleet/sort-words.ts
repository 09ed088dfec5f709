// Words for the orders of the list, where no table header shows them.
import { type FleetSort, type SortKey, firstSort } from './fleet-sort'

/** The first order of each key, and the reverse. */
const words: Record<SortKey, readonly [first: string, reverse: string]> = {
  urgency: ['Most urgent first', 'Least urgent problems first'],
  name: ['Name, A to Z', 'Name, Z to A'],
  serialNumber: ['Serial number, A to Z', 'Serial number, Z to A'],
  status: ['By connection', 'By connection, reversed'],
  lifecycle: ['By lifecycle', 'By lifecycle, reversed'],
  cert: ['Earliest expiry first', 'Latest expiry first'],
  seen: ['Longest silent first', 'Most recently seen first'],
  failures: ['Most auth failures first', 'Fewest auth failures first'],
  type: ['By type', 'By type, reversed'],
  auth: ['By auth method', 'By auth method, reversed'],
  template: ['By template', 'By template, reversed'],
  created: ['Oldest first', 'Newest first'],
}

/** Describes an order. */
export function sortWords({ key, isDescending }: FleetSort): string {
  return words[key][isDescending === firstSort(key).isDescending ? 0 : 1]
}

/** Returns both orders of each of these keys. */
export function bothSorts(keys: readonly SortKey[]): readonly FleetSort[] {
  return keys.flatMap((key) => {
    const first = firstSort(key)
    return [first, { key, isDescending: !first.isDescending }]
  })
}
