import type { AtRisk } from './certificate-survey'
import { type PlannedRenewal, expiresInWeek, renewalPlan } from './renewal-plan'
import { isExpired } from '@/domain/certificates/certificate-thresholds'
import { countOf, formatCount } from '@/lib/format-count'
import type { TimeZone } from '@/lib/time-zone'
import type { Tone } from '@/lib/tone'

/** A row in a plan. */
export interface PlannedRow extends PlannedRenewal {
  row: AtRisk
}

/** A plan of the rows on screen. */
export type RowPlan = ReturnType<typeof planRows>

/** The time and zone of a plan, and what it rests on. */
interface PlanCircumstances {
  nowMs: number
  zone: TimeZone
  /** The reasons why renewals may be missing, in sentences; undefined when all plants were read. */
  whyOpen: string | undefined
  /** Number of certificates at risk that a filter hides: their renewals need the same capacity. */
  hidden?: number
}

/**
 * Plans the renewals of rows, `perWeek` each week, from the day of `nowMs` (Unix ms). Plants not in service are left out:
 * their renewal waits for their return.
 */
export function planRows(rows: readonly AtRisk[], perWeek: number, at: PlanCircumstances) {
  const inService = rows.filter(({ reach }) => reach !== 'resting')
  const items = inService.map((row): PlannedRow => ({
    id: row.plant.id,
    endMs: row.endMs,
    isDark: row.reach === 'dark',
    row,
  }))
  const total = inService.length
  const resting = rows.length - total
  return { ...renewalPlan(items, perWeek, at), perWeek, total, resting, hidden: 0, ...at }
}

/**
 * Verdict on a plan. It is `tight`, or `expiredTight`, when the day of a renewal decides whether it is in time. While plants are unread, none is final: more renewals may turn up. A `part` of the renewals can't
 * be called feasible, because the others need the same capacity, and neither can a plan with certificates that have
 * `expired`: it keeps all deadlines that are left.
 */
type PlanVerdictKind =
  | 'empty'
  | 'feasible'
  | 'tight'
  | 'expired'
  | 'expiredTight'
  | 'notFeasible'
  | 'part'
  | 'open'
  | 'notFeasibleSoFar'

/** Title and tone of each verdict; a plan without renewals needs none. */
export const verdictWords: Record<PlanVerdictKind, { title: string; tone: Tone }> = {
  empty: { title: '', tone: 'neutral' },
  feasible: { title: 'Feasible', tone: 'ok' },
  tight: { title: 'Feasible, but tight', tone: 'warn' },
  expired: { title: 'All remaining deadlines are met', tone: 'info' },
  expiredTight: { title: 'Remaining deadlines are tight', tone: 'warn' },
  notFeasible: { title: 'Not feasible', tone: 'warn' },
  part: { title: 'Only a part is planned', tone: 'info' },
  open: { title: 'No verdict yet', tone: 'info' },
  notFeasibleSoFar: { title: 'Not feasible so far', tone: 'warn' },
}

/** Says whether a plan can be kept, and what is missing. */
export function planVerdict(plan: RowPlan): { kind: PlanVerdictKind; text: string } {
  const { shortageWeek, total, whyOpen, hidden } = plan
  const sentences = [...workSentences(plan), ...leftOutSentences(plan)]
  if (whyOpen === undefined) {
    if (total === 0) return { kind: 'empty', text: sentences.join(' ') }
    const kind = hidden > 0 ? 'part' : keptKind(plan)
    return { kind: shortageWeek ? 'notFeasible' : kind, text: sentences.join(' ') }
  }
  const text = [whyOpen, ...sentences].join(' ')
  return { kind: shortageWeek ? 'notFeasibleSoFar' : 'open', text }
}

function keptKind({ expired, tight }: RowPlan): PlanVerdictKind {
  if (expired > 0) return tight > 0 ? 'expiredTight' : 'expired'
  return tight > 0 ? 'tight' : 'feasible'
}

function workSentences(plan: RowPlan): string[] {
  const { weeks, expired, late, tight, shortageWeek, total, whyOpen } = plan
  const known = whyOpen === undefined ? '' : ' known so far'
  if (total === 0) return [whyOpen === undefined ? 'Nothing to plan.' : 'Nothing to plan so far.']
  const expiredAlready = expired === 0 ? [] : [expiredText(plan)]
  if (shortageWeek !== undefined) {
    const tooMany = `${countOf(late.length, 'renewal')} too many by the end of week ${shortageWeek}`
    const turn = late.length === 1 ? 'its turn' : 'their turn'
    const lost = `${countOf(late.length, 'certificate')} will expire before ${turn}`
    return [`${tooMany}, so ${lost}.`, ...tightSentences(plan), ...expiredAlready]
  }
  const subject =
    total === 1 ? `The certificate${known}` : `All ${formatCount(total)} certificates${known}`
  const end = `by the end of week ${weeks.length}`
  // For one that has expired, no week is in time.
  if (expired > 0 || tight > 0) {
    return [...tightSentences(plan), ...expiredAlready, `${subject} can be renewed ${end}.`]
  }
  return [`${subject} can be renewed in time, ${end}.`]
}

function tightSentences({ tight }: RowPlan): string[] {
  if (tight === 0) return []
  const renew = tight === 1 ? 'renew it before its day' : 'renew them before their day'
  return [
    `${countOf(tight, 'renewal is', 'renewals are')} planned for the week in which the certificate expires: ${renew}.`,
  ]
}

function expiredText({ weeks, expired, nowMs }: RowPlan): string {
  const last = weeks.findLastIndex(({ renewals }) =>
    renewals.some(({ endMs }) => isExpired(endMs, nowMs)),
  )
  return `${countOf(expired, 'certificate has', 'certificates have')} expired already and can be renewed by the end of week ${last + 1}.`
}

function leftOutSentences({ resting, hidden }: RowPlan): string[] {
  const left = `${countOf(resting, 'plant not in service is', 'plants not in service are')} left out.`
  const others = `The filter hides ${countOf(hidden, 'more certificate')} at risk, which need the same capacity.`
  return [...(resting === 0 ? [] : [left]), ...(hidden === 0 ? [] : [others])]
}

/** Says the same in one line of a file. */
export function planLine(plan: RowPlan): string {
  const { kind, text } = planVerdict(plan)
  return kind === 'feasible' || kind === 'empty' ? text : `${verdictWords[kind].title}: ${text}`
}

/** Says how much of the present week is left for a plan; undefined on a Monday, or without a plan. */
export function thisWeekText({ weeks: [first], perWeek }: RowPlan): string | undefined {
  if (!first || first.days === 7) return undefined
  const left = `This week has ${countOf(first.days, 'day')} left`
  if (first.room === 0) return `${left}, too few for a renewal at ${formatCount(perWeek)} a week.`
  return `${left}, with room for ${formatCount(first.room)} of ${countOf(perWeek, 'renewal')}.`
}

/** Says whether a renewal in a week (Unix ms) comes before the expiry. */
export function turnText(
  { endMs }: PlannedRenewal,
  week: { fromMs: number; toMs: number },
  nowMs: number,
): 'Has expired' | 'Expires before its turn' | 'In the week it expires' | 'In time' {
  if (isExpired(endMs, nowMs)) return 'Has expired'
  if (endMs < week.fromMs) return 'Expires before its turn'
  return expiresInWeek(endMs, week) ? 'In the week it expires' : 'In time'
}

/** The order of the plants within each week of a plan. */
export const weekOrderText =
  'Order in each week: certificates that can’t wait, then those that have expired by then, then those that can wait.'
