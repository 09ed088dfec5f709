import type { AtRisk } from './certificate-survey'
import { type Renewal, renewalPlan } from './renewal-plan'
import { formatCount } from '@/lib/format-count'
import type { TimeZone } from '@/lib/time-zone'

/** A row in a plan. */
interface PlannedRow extends Renewal {
  row: AtRisk
}

/** A plan of the rows on screen. */
export type RowPlan = ReturnType<typeof planRows>

/** Plans the renewals of rows, `perWeek` each, from the week of `nowMs` (Unix ms). */
export function planRows(
  rows: readonly AtRisk[],
  perWeek: number,
  at: { nowMs: number; zone: TimeZone },
) {
  const items = rows.map((row): PlannedRow => ({
    id: row.plant.id,
    endMs: row.endMs,
    isDark: row.reach === 'dark',
    row,
  }))
  return { ...renewalPlan(items, perWeek, at), perWeek, total: rows.length, ...at }
}

/** Says whether a plan can be kept, and what is missing. */
export function planVerdict(plan: RowPlan): { isFeasible: boolean; text: string } {
  const { weeks, expired, late, shortage, total } = plan
  if (!shortage) {
    const weekCount = `${formatCount(weeks.length)} ${weeks.length === 1 ? 'week' : 'weeks'}`
    return {
      isFeasible: true,
      text: `${total === 1 ? 'It' : `All ${formatCount(total)}`} can be renewed in time, in ${weekCount}.`,
    }
  }
  const sentences = [
    `${formatCount(shortage.missing)} short by week ${shortage.week}.`,
    ...(expired > 0
      ? [`${formatCount(expired)} ${expired === 1 ? 'has' : 'have'} expired already.`]
      : []),
    ...(late.length > 0 ? [`${formatCount(late.length)} will expire before their turn.`] : []),
  ]
  return { isFeasible: false, text: sentences.join(' ') }
}

/** Says the same in one line of a file. */
export function planLine(plan: RowPlan): string {
  const { isFeasible, text } = planVerdict(plan)
  return isFeasible ? text : `Not feasible: ${text}`
}

/** Says whether a renewal in the week from `fromMs` (Unix ms) comes before the expiry. */
export function turnText({ endMs }: Renewal, fromMs: number, nowMs: number): string {
  if (endMs <= nowMs) return 'Has expired'
  return endMs < fromMs ? 'Expires before its turn' : 'In time'
}
