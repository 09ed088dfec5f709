import { useMemo } from 'react'
import { describeError } from '@/api/error-messages'
import { findPlants } from '@/fleet/find-plants'
import { useFleet } from '@/fleet/use-fleet'

/** Enough to scan by eye; more words narrow the results. */
const maxShown = 8

/** Finds plants by name, serial number, ID, fingerprint or metadata in the part of the fleet read so far. */
export function usePlantSearch(text: string) {
  const { version, plants, total, completeness, error, oldestReadAtMs } = useFleet()
  const wanted = text.trim()
  const search = useMemo(() => {
    const result = wanted === '' ? { found: [], matches: 0 } : findPlants(wanted, maxShown)
    return { ...result, of: version }
  }, [wanted, version])
  return {
    ...search,
    searched: plants,
    total,
    completeness,
    oldestReadAtMs,
    failure: error ? describeError(error).title : undefined,
  }
}
