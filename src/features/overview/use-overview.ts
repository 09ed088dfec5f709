import { use, useCallback, useEffect, useMemo, useState } from 'react'
import { usePastReading } from './use-past-reading'
import { type AwaitedPlant, AttentionSurveyor } from '@/domain/attention/attention-survey'
import { findCauses } from '@/domain/common-cause/common-cause'
import { type FleetChanges, compareInSteps } from '@/domain/fleet-changes/fleet-changes'
import { type FleetReading, failuresIn } from '@/domain/fleet-changes/fleet-reading'
import { outageQuestion } from '@/fleet/cause-question'
import { recordingScan } from '@/fleet/past-readings'
import { fleetIndex } from '@/fleet/read-fleet'
import { inSlices } from '@/fleet/time-slices'
import { useFleet } from '@/fleet/use-fleet'
import { useFleetScan } from '@/fleet/use-fleet-scan'
import { TimeZoneContext } from '@/ui/time-zone-context'
import { useMinute } from '@/ui/use-minute'
import { useRefreshEveryMs } from '@/ui/use-preference'

/** Surveys the fleet for the overview, and compares it with an earlier reading. */
export function useOverview(since: string | undefined, awaited: readonly AwaitedPlant[]) {
  const zone = use(TimeZoneContext)
  const everyMs = useRefreshEveryMs() || null
  const fleet = useFleet({ everyMs })
  const nowMs = useMinute()
  const past = usePastReading(since)
  const before = past.reading ?? undefined
  const failuresBefore = useMemo(() => before && failuresIn(before), [before])
  const { outage } = fleet
  const makeScan = useCallback(() => {
    const recording = recordingScan(fleetIndex)
    const survey = new AttentionSurveyor({ nowMs, outage, failuresBefore, awaited })
    return {
      add: (...read: Parameters<typeof recording.add>) => {
        recording.add(...read)
        survey.add(...read)
      },
      finish: () => ({ reading: recording.finish(), ...survey.finish() }),
    }
  }, [nowMs, outage, failuresBefore, awaited])
  const { result: survey } = useFleetScan(makeScan)
  const now = survey?.reading
  // A pass that goes on has read some plants anew and others not: nothing is concluded from it.
  const isRead = fleet.completeness.kind !== 'incomplete' || fleet.completeness.gap !== 'reading'
  const changes = useChanges(before, isRead ? now : undefined)
  const causes = useMemo(() => {
    if (!before || !changes) return undefined
    const offlineIds = new Set(changes.changes.offline.flatMap(({ after }) => after?.id ?? []))
    return findCauses(
      outageQuestion(fleetIndex.columns, before, offlineIds, { nowMs: changes.to.atMs, zone }),
    )
  }, [before, changes, zone])
  return { fleet, nowMs, past, survey, changes, causes }
}

/** Everything that the overview shows of the fleet. */
export type Overview = ReturnType<typeof useOverview>

/** Compares two readings between two frames; undefined until then. */
function useChanges(
  before: FleetReading | undefined,
  now: FleetReading | undefined,
): FleetChanges | undefined {
  const [found, setFound] = useState<{ before: FleetReading; changes: FleetChanges }>()
  useEffect(() => {
    if (!before || !now) return undefined
    const controller = new AbortController()
    inSlices(compareInSteps(before, now), controller.signal).then(
      (changes) => setFound({ before, changes }),
      () => undefined,
    )
    return () => controller.abort()
  }, [before, now])
  return found && found.before === before ? found.changes : undefined
}
