import { maxPageKeys } from './coded-columns'
import type { FleetColumns } from './fleet-columns'
import type { KnownKeys } from '@/domain/fleet/key-corrections'

/** Returns the metadata keys with values by which the plants can be filtered, including those with too many for a facet. */
export function metadataKeysOf({ segments }: Pick<FleetColumns, 'segments'>): KnownKeys {
  const names = new Set<string>()
  let areAll = true
  for (const { keyMarks } of segments) {
    // Further keys of these plants have no mark.
    if (keyMarks.size >= maxPageKeys) areAll = false
    for (const key of keyMarks.keys()) names.add(key)
  }
  return { names: [...names], areAll }
}
