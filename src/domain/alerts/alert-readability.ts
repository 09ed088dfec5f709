import type { ReadList } from '@/lib/unreadable'

/** Describes how many alerts of a list could be read: "1 of 2 alerts could be read". */
export function readabilityText({ items, unreadable }: ReadList<unknown>): string {
  const all = items.length + unreadable
  if (items.length === 0) {
    return all === 1 ? '1 alert could not be read' : `None of the ${all} alerts are readable`
  }
  return `${items.length} of ${all} alerts could be read`
}
