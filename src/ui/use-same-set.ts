import { useState } from 'react'

/** Returns the same set for as long as the items are the same, so that what is computed from it can be kept. */
export function useSameSet(items: readonly string[]): ReadonlySet<string> {
  const [kept, setKept] = useState<ReadonlySet<string>>(() => new Set(items))
  const now = new Set(items)
  const isSame = now.size === kept.size && items.every((item) => kept.has(item))
  // Rerenders this component before its children see the outdated set.
  if (!isSame) setKept(now)
  return isSame ? kept : now
}
