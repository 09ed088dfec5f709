// The calendar files of the renewals, for the calendars of those who make the visits.
import { type EventAttributes, createEvents } from 'ics'
import { plantLabel } from '@/domain/plant/plant-name'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { renewalAdvice, tripDays } from '@/domain/renewals/renewal-advice'
import { type RowPlan, planLine, planVerdict, turnText } from '@/domain/renewals/row-plan'
import { dayText } from '@/lib/zoned-days'

/** Whole days before the first day of a week: for a Monday, the alarm comes as a Friday begins. */
const noticeDays = 3

/** Returns an iCalendar file with one event per certificate at its expiry, and an alarm two weeks before. */
export function renewalCalendar(rows: readonly AtRisk[], origin: string): string {
  return calendarOf(
    'Certificate renewals',
    rows.map((row) => expiryEvent(row, origin)),
  )
}

/** Returns an iCalendar file with one event per renewal of a plan, as long as its week, and an alarm before. */
export function planCalendar(plan: RowPlan, origin: string): string {
  const { weeks, zone, nowMs } = plan
  const line = planLine(plan)
  const events = weeks.flatMap(({ fromMs, days, renewals }, at) =>
    renewals.map((renewal): EventAttributes => {
      const { row } = renewal
      const title = `Renew the certificate of ${plantLabel(row.plant)}`
      const [year = 0, month = 0, day = 0] = dayText(fromMs, zone).split('-').map(Number)
      const week = `Week ${at + 1} of the plan. ${turnText(renewal, fromMs, nowMs)}.`
      return {
        ...plantDetails(row, origin, [
          week,
          `Certificate expires: ${new Date(row.endMs).toISOString()}`,
          line,
        ]),
        // The same renewal in another plan moves the event.
        uid: `${row.plant.id}-${row.endMs}-visit@plantdeck`,
        title,
        start: [year, month, day],
        duration: { days },
        alarms: [
          { action: 'display', description: title, trigger: { days: noticeDays, before: true } },
        ],
      }
    }),
  )
  const isKept = planVerdict(plan).kind === 'feasible'
  return calendarOf(isKept ? 'Renewal plan' : `Renewal plan. ${line}`, events)
}

function calendarOf(calName: string, events: EventAttributes[]): string {
  const { value, error } = createEvents(events, { productId: 'Plantdeck', calName })
  if (error || !value) throw error ?? new Error('The calendar is empty.')
  return value.replaceAll(emptyTime, '$1')
}

/** The library ends durations of whole days with a T, which needs hours, minutes or seconds (RFC 5545, 3.3.6). */
const emptyTime = /^((?:TRIGGER|DURATION)[^:\r\n]*:-?P(?:\d+[WD])+)T(?=\r?$)/gm

function expiryEvent(row: AtRisk, origin: string): EventAttributes {
  const { plant, endMs } = row
  const name = plantLabel(plant)
  return {
    ...plantDetails(row, origin),
    // The same renewal again replaces the event; a new certificate makes another one.
    uid: `${plant.id}-${endMs}@plantdeck`,
    title: `Certificate of ${name} expires`,
    start: endMs,
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes: 30 },
    alarms: [
      {
        action: 'display',
        description: `Certificate of ${name} expires in ${tripDays} days`,
        trigger: { days: tripDays, before: true },
      },
    ],
  }
}

/** Text of an event about its plant, followed by the given lines. */
function plantDetails({ plant, reach }: AtRisk, origin: string, lines: readonly string[] = []) {
  const advice = reach === undefined ? undefined : renewalAdvice(reach)
  return {
    description: [
      `Serial number: ${plant.serialNumber}`,
      ...(advice ? [`Next step: ${advice.step}. ${advice.reason}`] : []),
      ...lines,
    ].join('\n'),
    url: `${origin}/plants/${encodeURIComponent(plant.id)}/security`,
    busyStatus: 'FREE' as const,
  }
}
