import { useMemo } from 'react'
import { fleetAttribute, limitableKeys, membersById, plantFinder, plantsById } from './fleet-plants'
import { fleetIndex } from './read-fleet'
import { useFleetState } from './use-fleet'

/** Returns the plants of the index by ID, serial number and attribute; other functions when it changes. */
export function useFleetPlants() {
  const { version, plants } = useFleetState()
  return useMemo(() => {
    const { columns } = fleetIndex
    let find: ReturnType<typeof plantFinder> | undefined
    return {
      count: plants,
      byId: (ids: Iterable<string>) => plantsById(columns, ids),
      membersById: (ids: Iterable<string>) => membersById(columns, ids),
      find: (text: string) => (find ??= plantFinder(columns))(text),
      limitableKeys: () => limitableKeys(columns),
      attribute: (attribute: string) => fleetAttribute(columns, attribute),
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the columns change in place, and the version with them
  }, [version, plants])
}
