import { useState } from 'react'

/** Returns the same list for as long as its items have equal members, so that what is computed from it can be kept. */
export function useSameItems<Item extends object>(items: readonly Item[]): readonly Item[] {
  const [kept, setKept] = useState(items)
  const isSame = items.length === kept.length && items.every((item, at) => isEqual(item, kept[at]))
  // Rerenders this component before its children see the outdated list.
  if (!isSame) setKept(items)
  return isSame ? kept : items
}

function isEqual(one: object, other: object | undefined): boolean {
  if (!other) return false
  const [members, others] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  return (
    members.size === others.size &&
    [...members].every(([name, value]) => Object.is(value, others.get(name)))
  )
}
