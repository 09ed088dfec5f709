import { useMemo } from 'react'
import { describeError } from '@/api/error-messages'
import { plantMatcher } from '@/domain/plant/plant-search'
import { useFleet } from '@/fleet/use-fleet'

/** Enough to scan by eye; more words narrow the results. */
const mostShown = 8

/** Finds plants by name, serial number, ID or fingerprint in as much of the fleet as was read. */
export function usePlantSearch(text: string) {
  const { plants, total, completeness, error } = useFleet()
  const wanted = text.trim()
  const matches = useMemo(
    () => (wanted === '' ? [] : [...plants.values()].filter(plantMatcher(wanted))),
    [wanted, plants],
  )
  return {
    found: matches.slice(0, mostShown),
    matches: matches.length,
    searched: plants.size,
    total,
    completeness,
    failure: error ? describeError(error).title : undefined,
  }
}
