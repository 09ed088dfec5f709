// The calendar files of the renewals, for the calendars of those who make the visits.
import { type Alarm, type EventAttributes, createEvents } from 'ics'
import { renewalConsequence } from '@/domain/actions/consequences'
import { isExpired } from '@/domain/certificates/certificate-thresholds'
import { plantLabel } from '@/domain/plant/plant-name'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { renewalAdvice, tripDays } from '@/domain/renewals/renewal-advice'
import { type RowPlan, planLine, turnText } from '@/domain/renewals/row-plan'
import { countOf } from '@/lib/format-count'
import { dayMs, hourMs } from '@/lib/instants'
import { dayText } from '@/lib/zoned-days'
import { formatAbsolute } from '@/ui/relative-time-format'

/** Time from an alarm to its event. */
type Lead = { days: number } | { hours: number }

/** The first one that is still to come is the alarm. For a Monday, three days make it come as a Friday begins. */
const expiryLeads: readonly Lead[] = [{ days: tripDays }, { days: 1 }, { hours: 1 }]
const visitLeads: readonly Lead[] = [{ days: 3 }, { days: 1 }]

/** The page that the links lead to, and the time of the file (Unix ms, server's clock). */
interface CalendarContext {
  origin: string
  nowMs: number
}

/** Returns an iCalendar file with one event per certificate at its expiry, and an alarm before; none for the past. */
export function renewalCalendar(rows: readonly AtRisk[], context: CalendarContext): string {
  const upcoming = rows.filter(({ endMs }) => !isExpired(endMs, context.nowMs))
  const expired = rows.length - upcoming.length
  const left = `${countOf(expired, 'certificate has expired and is', 'certificates have expired and are')} not in this calendar.`
  return calendarOf(
    'Certificate renewals',
    upcoming.map((row) => expiryEvent(row, context, expired === 0 ? [] : [left])),
  )
}

/** Returns an iCalendar file with one event per renewal of a plan, as long as its week, and an alarm before. */
export function planCalendar(plan: RowPlan, context: CalendarContext): string {
  const { weeks, zone, nowMs } = plan
  const line = planLine(plan)
  const events = weeks.flatMap(({ fromMs, toMs, days, renewals }, at) =>
    renewals.map((renewal): EventAttributes => {
      const { row } = renewal
      const title = `Provision ${plantLabel(row.plant)} and install the package`
      const [year = 0, month = 0, day = 0] = dayText(fromMs, zone).split('-').map(Number)
      const week = `Week ${at + 1} of the plan. ${turnText(renewal, { fromMs, toMs }, nowMs)}.`
      return {
        ...plantDetails(row, context, [
          week,
          `Certificate expires: ${formatAbsolute(row.endMs, zone)}`,
          line,
        ]),
        // The same renewal in another plan moves the event.
        uid: `${row.plant.id}-${row.endMs}-visit@plantdeck`,
        title,
        start: [year, month, day],
        duration: { days },
        alarms: visitAlarms(fromMs, title, context),
      }
    }),
  )
  return calendarOf('Renewal plan', events)
}

function calendarOf(calName: string, events: EventAttributes[]): string {
  const { value, error } = createEvents(events, { productId: 'Plantdeck', calName })
  if (error || !value) throw error ?? new Error('The calendar is empty.')
  return value.replaceAll(emptyTime, '$1')
}

/** The library ends durations of whole days with a T, which needs hours, minutes or seconds (RFC 5545, 3.3.6). */
const emptyTime = /^((?:TRIGGER|DURATION)[^:\r\n]*:-?P(?:\d+[WD])+)T(?=\r?$)/gm

function expiryEvent(
  row: AtRisk,
  context: CalendarContext,
  lines: readonly string[],
): EventAttributes {
  const { plant, endMs } = row
  const title = `Certificate of ${plantLabel(plant)} expires`
  return {
    ...plantDetails(row, context, lines),
    // The same renewal again replaces the event; a new certificate makes another one.
    uid: `${plant.id}-${endMs}@plantdeck`,
    title,
    start: endMs,
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes: 30 },
    alarms: alarmsOf(endMs, expiryLeads, context, (lead) => `${title} in ${leadText(lead)}`),
  }
}

/** The first alarm that is still to come; none when all are past. */
function alarmsOf(
  startMs: number,
  leads: readonly Lead[],
  { nowMs }: CalendarContext,
  describe: (lead: Lead) => string,
): Alarm[] {
  const lead = leads.find((one) => startMs - leadMs(one) > nowMs)
  if (lead === undefined) return []
  return [{ action: 'display', description: describe(lead), trigger: { ...lead, before: true } }]
}

/** The alarm before the week; while the week lasts, the next full hour. */
function visitAlarms(fromMs: number, title: string, context: CalendarContext): Alarm[] {
  const before = alarmsOf(fromMs, visitLeads, context, () => title)
  if (before.length > 0) return before
  const hours = Math.max(1, Math.floor((context.nowMs - fromMs) / hourMs) + 1)
  return [{ action: 'display', description: title, trigger: { hours, before: false } }]
}

function leadMs(lead: Lead): number {
  return 'days' in lead ? lead.days * dayMs : lead.hours * hourMs
}

function leadText(lead: Lead): string {
  return 'days' in lead ? countOf(lead.days, 'day') : countOf(lead.hours, 'hour')
}

/** Text of an event about its plant, followed by the given lines. */
function plantDetails(
  { plant, reach }: AtRisk,
  { origin }: CalendarContext,
  lines: readonly string[] = [],
) {
  const advice = reach === undefined ? undefined : renewalAdvice(reach)
  return {
    description: [
      `Serial number: ${plant.serialNumber}`,
      ...(advice ? [`Next step: ${advice.step}. ${advice.reason}`] : []),
      ...lines,
      renewalConsequence,
    ].join('\n'),
    url: `${origin}/plants/${encodeURIComponent(plant.id)}/security`,
    busyStatus: 'FREE' as const,
  }
}
