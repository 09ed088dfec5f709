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

type CountName = 'size' | 'failed' | 'tried'

/**
 * Returns the details of the fleet as far as they were read, and reads on while the component is on screen. `names` are
 * the readings it needs of each plant; they must be stable.
 */
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
  const coverageOf = ({ size, failed, tried }: Pick<typeof siteFigures, CountName>) => ({
    read: size,
    failed,
    tried,
    total: total === null ? null : Math.max(total ?? 0, plants),
    most: maxDetails,
  })
  return {
    fleet,
    sites: { figures: siteFigures, version: siteVersion, coverage: coverageOf(siteFigures) },
    energy: {
      figures: energyFigures,
      version: energyVersion,
      coverage: coverageOf(energyFigures),
    },
    /** The error because of which reading pauses. */
    trouble,
    retry: retryDetails,
  }
}

/** The details of the fleet as far as they were read. */
export type FleetDetails = ReturnType<typeof useFleetDetails>
