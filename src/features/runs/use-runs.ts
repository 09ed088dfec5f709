import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { openRun, openRuns } from './run-carrier'
import type { RunPlace } from './run-journal'
import { runRequests } from './run-requests'
import { type KnownRun, runsNow, subscribeToRuns } from './run-store'
import { useDataScope, usePerson } from '@/api/session/session-context'
import { calmSubscription } from '@/fleet/calm-subscription'

/** What a run does is watched, so that drawing may take half of the time. */
const subscribe = calmSubscription(subscribeToRuns, 2)

/** Returns the place in which a user's runs are kept. */
export function useRunPlace(): RunPlace {
  const scope = useDataScope()
  const username = usePerson()?.username ?? ''
  return useMemo(() => ({ username, scope }), [username, scope])
}

/** Returns the requests of runs. */
export function useRunRequests() {
  const queryClient = useQueryClient()
  return useMemo(() => runRequests(queryClient), [queryClient])
}

/** Returns the runs on this device. */
export function useRuns() {
  const place = useRunPlace()
  const state = useSyncExternalStore(subscribe, runsNow)
  useEffect(() => void openRuns(place), [place])
  return { ...state, place }
}

/** Returns one run, 'missing' when it isn't on this device, and undefined while it is loaded. */
export function useRun(id: string): KnownRun | 'missing' | undefined {
  const { known, place } = useRuns()
  const requests = useRunRequests()
  const found = known.get(id)
  useEffect(() => {
    if (found === undefined) void openRuns(place).then(() => openRun(place, id, requests))
  }, [place, id, requests, found])
  return found
}
