import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { calmSubscription } from './calm-subscription'
import { type DetailName, energyFigures, siteFigures, siteUpdates } from './detail-kinds'
import {
  detailTrouble,
  maxDetails,
  needDetails,
  readDetailsAgain,
  retryDetails,
  subscribeToDetailTrouble,
} from './fleet-details'
import { useFleet } from './use-fleet'
import { watchPlants } from '@/api/fleet'
import { detailRound } from '@/api/plant-details'
import { useDeployment, useSessionState } from '@/api/session/session-context'
import { useRefreshEveryMs } from '@/ui/use-preference'

const subscribeToSites = calmSubscription(siteFigures.subscribe)
const subscribeToEnergy = calmSubscription(energyFigures.subscribe)

/** What a panel needs of each plant. `names` must be stable. */
export function useFleetDetails(names: readonly DetailName[]) {
  const queryClient = useQueryClient()
  const { config } = useDeployment()
  const { phase } = useSessionState()
  const everyMs = useRefreshEveryMs() || null
  const fleet = useFleet()
  const { completeness, isOverLimit, error, plants, total } = fleet
  // Which plants are in trouble is known once the list is.
  const isListRead =
    isOverLimit ||
    error !== null ||
    completeness.kind !== 'incomplete' ||
    completeness.gap !== 'reading'
  const isOn = phase === 'signed-in' && isListRead && plants > 0
  useEffect(
    () => (isOn ? needDetails(names, { queryClient, config, everyMs }) : undefined),
    [isOn, names, queryClient, config, everyMs],
  )
  useEffect(() => watchPlants(queryClient, siteUpdates), [queryClient])
  useQuery(detailRound(readDetailsAgain))
  const siteVersion = useSyncExternalStore(subscribeToSites, siteFigures.getVersion)
  const energyVersion = useSyncExternalStore(subscribeToEnergy, energyFigures.getVersion)
  const trouble = useSyncExternalStore(subscribeToDetailTrouble, detailTrouble)
  return {
    fleet,
    sites: { figures: siteFigures, version: siteVersion },
    energy: { figures: energyFigures, version: energyVersion },
    /** Plants of the fleet; null when the list doesn't state how many there are. */
    total: total === null ? null : Math.max(total ?? 0, plants),
    most: maxDetails,
    /** The error because of which reading pauses. */
    trouble,
    retry: retryDetails,
  }
}
