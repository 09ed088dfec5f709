import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { calmSubscription } from './calm-subscription'
import { passIntervalMs } from './pass-interval'
import { fleetIndex, fleetPass } from './read-fleet'
import { onReadingPause, readingPause } from './reading-pause'
import { forEachReading, watchPlants } from '@/api/fleet'
import { useDataScope, useDeployment, usePerson } from '@/api/session/session-context'
import { isStillReading } from '@/domain/fleet/completeness'
import { serverNow, toServerTime } from '@/lib/server-clock'

const subscribe = calmSubscription(fleetIndex.subscribe)
/** Keep the index up to date with every reading of a single plant, as after a change. */
const indexUpdates: Parameters<typeof watchPlants>[1] = {
  onRead: (plant) => fleetIndex.put(plant, serverNow()),
  onGone: (plantId) => fleetIndex.remove(plantId, serverNow()),
}

/** Returns the state of the index, without reading the fleet. */
export function useFleetState() {
  return useSyncExternalStore(subscribe, fleetIndex.getState)
}

/**
 * Returns the fleet as far as it was read. The first component that asks starts a pass over the list, which goes on
 * when it is gone; a later one finds the plants there, and starts another pass when the latest is old. `everyMs`
 * repeats passes, for a large fleet less often.
 */
export function useFleet({ everyMs = null }: { everyMs?: number | null } = {}) {
  const queryClient = useQueryClient()
  const { config } = useDeployment()
  const person = usePerson()
  const username = person?.username ?? ''
  const scope = useDataScope()
  const state = useFleetState()
  const repeatMs =
    everyMs === null ? null : passIntervalMs(everyMs, state.plants, config.fleetPerMinute)
  const { error, errorUpdatedAt, isFetching, refetch } = useQuery({
    ...fleetPass(config, { username, scope }),
    // Signing out empties the cache while the list is still on screen.
    enabled: person !== undefined,
    refetchInterval: repeatMs ?? false,
  })
  useEffect(() => watchPlants(queryClient, indexUpdates), [queryClient])
  const isKnown = state.total !== undefined
  useEffect(() => {
    // What was read before, as on a plant's own page, may be newer than the list of the last visit.
    if (isKnown) forEachReading(queryClient, (plant, readAtMs) => fleetIndex.put(plant, readAtMs))
  }, [queryClient, isKnown])
  return {
    ...state,
    oldestReadAtMs: useOldestReading(state.version),
    isReading: isFetching,
    // A failure counts until a page arrives: asking again changes nothing yet.
    error: isFetching && (state.pageAtMs ?? 0) > toServerTime(errorUpdatedAt) ? null : error,
    /** The reason why reading waits, and until when. */
    pause: useSyncExternalStore(onReadingPause, readingPause),
    /** Time between two passes where that is longer than asked for, ms. */
    slowRepeatMs: repeatMs === everyMs || isStillReading(state.completeness) ? null : repeatMs,
    refresh: () => void refetch(),
  }
}

/** Returns the time of the oldest reading of a plant, Unix ms, server's clock; undefined without plants. */
function useOldestReading(version: number): number | undefined {
  return useMemo(() => {
    const { columns } = fleetIndex
    let oldestMs = Infinity
    for (let row = 0; row < columns.end; row += 1) {
      if (columns.alive[row] === 1) oldestMs = Math.min(oldestMs, columns.readAtMs[row] ?? 0)
    }
    return oldestMs === Infinity ? undefined : oldestMs
    // oxlint-disable-next-line react/exhaustive-deps -- the columns change in place, and the version with them
  }, [version])
}
