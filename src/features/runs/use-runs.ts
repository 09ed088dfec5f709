import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { openRun, openRuns } from './run-carrier'
import type { RunHead, RunPlace } from './run-journal'
import { runRequests } from './run-requests'
import { type KnownRun, type NoRun, runsNow, subscribeToRuns } from './run-store'
import { useDataScope, usePerson } from '@/api/session/session-context'
import { isGoingOn } from '@/domain/runs/run-events'
import { calmSubscription } from '@/fleet/calm-subscription'

/** A run is watched while it goes on, so that drawing may take half of the time. */
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

/** Opens runs that seem to be under way: the page that carried one out may be gone. */
export function useOpenRuns(heads: readonly RunHead[] | undefined): void {
  const place = useRunPlace()
  const requests = useRunRequests()
  useEffect(() => {
    for (const { id, progress } of heads ?? []) {
      if (isGoingOn({ progress })) void openRun(place, id, requests)
    }
  }, [place, requests, heads])
}

/** Returns one run, the reason why it can't be shown, and undefined while it is loaded. */
export function useRun(id: string): KnownRun | NoRun | undefined {
  const { known, place } = useRuns()
  const requests = useRunRequests()
  const found = known.get(id)
  useEffect(() => {
    if (found === undefined) void openRuns(place).then(() => openRun(place, id, requests))
  }, [place, id, requests, found])
  return found
}
