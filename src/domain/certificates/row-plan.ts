import type { AtRisk } from './certificate-survey'
import { type PlannedRenewal, renewalPlan } from './renewal-plan'
import { countOf, formatCount } from '@/lib/format-count'
import type { TimeZone } from '@/lib/time-zone'

/** A row in a plan. */
interface PlannedRow extends PlannedRenewal {
  row: AtRisk
}

/** A plan of the rows on screen. */
export type RowPlan = ReturnType<typeof planRows>

/**
 * Plans the renewals of rows, `perWeek` each, from the week of `nowMs` (Unix ms). Plants not in service are left out:
 * their renewal waits for their return.
 */
export function planRows(
  rows: readonly AtRisk[],
  perWeek: number,
  at: { nowMs: number; zone: TimeZone },
) {
  const inService = rows.filter(({ reach }) => reach !== 'resting')
  const items = inService.map((row): PlannedRow => ({
    id: row.plant.id,
    endMs: row.endMs,
    isDark: row.reach === 'dark',
    row,
  }))
  const total = inService.length
  const resting = rows.length - total
  return { ...renewalPlan(items, perWeek, at), perWeek, total, resting, ...at }
}

/** Says whether a plan can be kept, and what is missing. */
export function planVerdict(plan: RowPlan): { isFeasible: boolean; text: string } {
  const { weeks, expired, late, shortage, total, resting } = plan
  const leftOut =
    resting === 0
      ? []
      : [`${countOf(resting, 'not in service is', 'not in service are')} left out.`]
  if (total === 0) return { isFeasible: true, text: ['Nothing to plan.', ...leftOut].join(' ') }
  if (!shortage) {
    const subject = total === 1 ? 'It' : `All ${formatCount(total)}`
    const span = countOf(weeks.length, 'week')
    // For one that has expired, no week is in time.
    const text =
      expired === 0
        ? [`${subject} can be renewed in time, in ${span}.`]
        : [
            `${countOf(expired, 'has', 'have')} expired already.`,
            `${subject} can be renewed in ${span}.`,
          ]
    return { isFeasible: true, text: [...text, ...leftOut].join(' ') }
  }
  const sentences = [
    `${countOf(shortage.missing, 'renewal')} too many by the end of week ${shortage.week}.`,
    ...(expired > 0 ? [`${countOf(expired, 'has', 'have')} expired already.`] : []),
    ...(late.length > 0 ? [`${formatCount(late.length)} will expire before their turn.`] : []),
    ...leftOut,
  ]
  return { isFeasible: false, text: sentences.join(' ') }
}

/** Says the same in one line of a file. */
export function planLine(plan: RowPlan): string {
  const { isFeasible, text } = planVerdict(plan)
  return isFeasible ? text : `Not feasible: ${text}`
}

/** Says whether a renewal in the week from `fromMs` (Unix ms) comes before the expiry. */
export function turnText({ endMs }: PlannedRenewal, fromMs: number, nowMs: number): string {
  if (endMs <= nowMs) return 'Has expired'
  return endMs < fromMs ? 'Expires before its turn' : 'In time'
}
