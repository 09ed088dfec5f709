// The part of the fleet that a plan of renewals rests on. Plants that aren't read yet may not fit into it.
import { type ListCoverage, coverageText } from './stats-check'
import { formatCount } from '@/lib/format-count'

/** The list of plants as far as it was read, and the survey that runs behind it. */
interface PlanEvidence {
  fleet: ListCoverage & { isFromSnapshot: boolean; error: Error | null }
  survey: { plantIds: ReadonlySet<string>; unreadable: number }
}

/** Returns the reasons why a plan may lack renewals, in sentences; undefined when all plants were read. */
export function whyPlanIsOpen({ fleet, survey }: PlanEvidence): string | undefined {
  const { plantIds, unreadable } = survey
  const isSurveyed = plantIds.size >= fleet.plants
  const isRead = isSurveyed && fleet.completeness.kind !== 'incomplete' && !fleet.isFromSnapshot
  const reasons = [
    ...(isRead ? [] : [coverageText({ ...fleet, plants: plantIds.size })]),
    ...(fleet.isFromSnapshot
      ? ['They were saved on this device, and not all read again yet.']
      : []),
    ...(unreadable > 0 ? [`The expiry of ${formatCount(unreadable)} couldn’t be read.`] : []),
  ]
  return reasons.length === 0 ? undefined : reasons.join(' ')
}
