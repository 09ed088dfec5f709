import { use, useCallback, useEffect, useMemo, useState } from 'react'
import { usePastReading } from './use-past-reading'
import { type AwaitedPlant, AttentionSurveyor } from '@/domain/attention/attention-survey'
import { type CauseFindings, findCauses } from '@/domain/common-cause/common-cause'
import { type FleetChanges, compareInSteps } from '@/domain/fleet-changes/fleet-changes'
import { type FleetReading, failuresIn } from '@/domain/fleet-changes/fleet-reading'
import { isPartRead } from '@/domain/fleet/completeness'
import { outageQuestion } from '@/fleet/cause-question'
import { recordingScan } from '@/fleet/past-readings'
import { fleetIndex } from '@/fleet/read-fleet'
import { useFleet } from '@/fleet/use-fleet'
import { useFleetScan } from '@/fleet/use-fleet-scan'
import { nextTask } from '@/lib/next-task'
import { inSlices } from '@/lib/time-slices'
import { TimeZoneContext } from '@/ui/time-zone-context'
import { useMinute } from '@/ui/use-minute'
import { useRefreshEveryMs } from '@/ui/use-preference'

/** Surveys the fleet for the overview, and compares it with an earlier reading. */
export function useOverview(since: string | undefined, awaited: readonly AwaitedPlant[]) {
  const everyMs = useRefreshEveryMs() || null
  const fleet = useFleet({ everyMs })
  const nowMs = useMinute()
  const past = usePastReading(since, fleet.passesEnded)
  const before = past.reading ?? undefined
  const failuresBefore = useMemo(() => before && failuresIn(before), [before])
  const { outage } = fleet
  const makeScan = useCallback(() => {
    // Not as of now: more is read while the survey goes on.
    const isPart = isPartRead(fleetIndex.getState())
    const recording = recordingScan(fleetIndex)
    const survey = new AttentionSurveyor({ nowMs, outage, failuresBefore, awaited })
    return {
      add: (...read: Parameters<typeof recording.add>) => {
        recording.add(...read)
        survey.add(...read)
      },
      finish: function* finish() {
        const reading = yield* recording.finish()
        yield
        return { reading, isPart, ...(yield* survey.finish()) }
      },
    }
  }, [nowMs, outage, failuresBefore, awaited])
  const { result: survey } = useFleetScan(makeScan)
  const now = survey?.reading
  const comparison = useComparison(
    before,
    fleet.isPassing || fleet.isFromSnapshot ? undefined : now,
  )
  return { fleet, nowMs, past, survey, ...comparison }
}

/** Everything that the overview shows of the fleet. */
export type Overview = ReturnType<typeof useOverview>

interface Comparison {
  changes?: FleetChanges
  /** Values that stand out among the plants that went offline. */
  causes?: CauseFindings
}

const none: Comparison = {}

/**
 * Compares two readings between two frames. Without the later one, because a pass has read some plants again and others not,
 * the last result stays.
 */
function useComparison(
  before: FleetReading | undefined,
  now: FleetReading | undefined,
): Comparison {
  const zone = use(TimeZoneContext)
  const [found, setFound] = useState<{ before: FleetReading; comparison: Comparison }>()
  useEffect(() => {
    if (!before || !now) return undefined
    const controller = new AbortController()
    inSlices(compareInSteps(before, now), controller.signal)
      .then(async (changes) => {
        await nextTask()
        controller.signal.throwIfAborted()
        const ids = new Set(changes.changes.offline.flatMap(({ after }) => after?.id ?? []))
        const at = { nowMs: changes.to.atMs, zone }
        const asked = outageQuestion(fleetIndex.columns, before, ids, at)
        const question = await inSlices(asked, controller.signal)
        // A task of its own, because it can't be interrupted.
        await nextTask()
        controller.signal.throwIfAborted()
        const causes = findCauses(question)
        setFound({ before, comparison: { changes, causes } })
      })
      .catch((error: unknown) => {
        if (!controller.signal.aborted) throw error
      })
    return () => controller.abort()
  }, [before, now, zone])
  return found && found.before === before ? found.comparison : none
}
