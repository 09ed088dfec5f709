import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { CertificatesSearch } from './certificates-search'
import { certificateQueries } from '@/api/certificates'
import {
  CertificateSurveyor,
  noSurvey,
  withStatedPlants,
} from '@/domain/renewals/certificate-survey'
import { expiryBins } from '@/domain/renewals/expiry-bins'
import { spanOf, thresholdsOf } from '@/domain/renewals/search-values'
import { useFleet } from '@/fleet/use-fleet'
import { useFleetScan } from '@/fleet/use-fleet-scan'
import type { TimeZone } from '@/lib/time-zone'
import { useMinute } from '@/ui/use-minute'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { useReadAt } from '@/ui/use-read-at'

/** Reads the figures of the platform and the list of plants, and combines them. */
export function useCertificates(search: CertificatesSearch, zone: TimeZone) {
  const everyMs = useRefreshEveryMs()
  const stats = useQuery({ ...certificateQueries.stats(), refetchInterval: everyMs })
  const statsReadAtMs = useReadAt(stats.dataUpdatedAt)
  const fleet = useFleet({ everyMs: everyMs || null })
  const nowMs = useMinute()
  const { urgentDays, soonDays } = thresholdsOf(search)
  const { from, to } = search
  const span = useMemo(() => spanOf({ from, to }, zone), [from, to, zone])
  const question = useMemo(
    () => ({ limits: { urgentDays, soonDays }, span, nowMs }),
    [urgentDays, soonDays, span, nowMs],
  )
  const makeSurveyor = useCallback(() => new CertificateSurveyor(question), [question])
  const { result: survey = noSurvey, isCurrent } = useFleetScan(makeSurveyor)
  const stated = stats.data?.atRiskPlants
  const atRisk = useMemo(
    () => withStatedPlants(survey, stated?.items ?? [], question),
    [survey, stated, question],
  )
  const bins = useMemo(() => expiryBins(survey.expiries, nowMs, zone), [survey, nowMs, zone])
  return { stats, statsReadAtMs, fleet, survey, isCurrent, atRisk, bins, span, nowMs }
}

/** Everything that the page shows. */
export type Certificates = ReturnType<typeof useCertificates>

/** Returns true if neither the list nor the platform's figures have a plant. */
export function hasNoPlants({ fleet, stats }: Certificates): boolean {
  if (fleet.total !== 0 || fleet.plants > 0 || fleet.error) return false
  const { active, expiringSoon, expired, revoked, atRiskPlants } = stats.data ?? {}
  const stated = [active, expiringSoon, expired, revoked, atRiskPlants?.items.length]
  return stated.every((count) => !count)
}

/** Returns true before the first plants of the list, unless there are none or the list can't be read. */
export function isListLoading({ survey, fleet }: Certificates): boolean {
  return survey.plantIds.size === 0 && fleet.total !== 0 && !fleet.error
}
