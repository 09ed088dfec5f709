import { useMemo, useSyncExternalStore } from 'react'
import { describeError } from '@/api/error-messages'
import { findBySerialNumber, findPlants } from '@/fleet/find-plants'
import { fleetIndex } from '@/fleet/read-fleet'
import { recentPlants, subscribeToRecentPlants } from '@/fleet/recent-plants'
import { useFleet } from '@/fleet/use-fleet'

/** Enough to scan by eye; more words narrow the results. */
const maxShown = 8

/**
 * Finds plants by name, serial number, ID, fingerprint or metadata in the part of the fleet read so far; a serial number
 * also with other separators.
 */
export function usePlantSearch(text: string) {
  const { version, plants, total, completeness, error, oldestReadAtMs } = useFleet()
  const wanted = text.trim()
  const search = useMemo(() => {
    const result = wanted === '' ? { found: [], matches: 0 } : findPlants(wanted, maxShown)
    // With other separators only where nothing else matches: it takes longer.
    const other = result.matches === 0 && wanted !== ''
    return { ...(other ? findBySerialNumber(wanted, maxShown) : result), of: version }
  }, [wanted, version])
  const ids = useSyncExternalStore(subscribeToRecentPlants, recentPlants)
  const recent = useMemo(() => {
    const { columns } = fleetIndex
    const plantsNow = ids.flatMap((id) => {
      const row = columns.find(id)
      return row === -1 ? [] : [columns.plantAt(row)]
    })
    return { plants: plantsNow, of: version }
  }, [ids, version])
  return {
    ...search,
    /** Plants opened lately, as far as the index has them. */
    recent: recent.plants,
    searched: plants,
    total,
    completeness,
    oldestReadAtMs,
    failure: error ? describeError(error).title : undefined,
  }
}
