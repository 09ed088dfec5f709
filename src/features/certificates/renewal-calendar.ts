// The calendar file of the renewals, for the calendars of those who make the visits.
import { type EventAttributes, createEvents } from 'ics'
import type { AtRisk } from '@/domain/certificates/certificate-survey'
import { renewalAdvice, tripDays } from '@/domain/certificates/renewal-advice'
import { plantLabel } from '@/domain/plant/plant-name'

/** Returns an iCalendar file with one event per certificate at the time it ends, and an alarm two weeks before. */
export function renewalCalendar(rows: readonly AtRisk[], origin: string): string {
  const { value, error } = createEvents(
    rows.map((row) => eventOf(row, origin)),
    {
      productId: 'Plantdeck',
      calName: 'Certificate renewals',
    },
  )
  if (error || !value) throw error ?? new Error('The calendar is empty.')
  return value
}

function eventOf({ plant, endMs, reach }: AtRisk, origin: string): EventAttributes {
  const name = plantLabel(plant)
  const advice = reach === undefined ? undefined : renewalAdvice(reach)
  return {
    // The same renewal again replaces the event; a new certificate makes another one.
    uid: `${plant.id}-${endMs}@plantdeck`,
    title: `Certificate of ${name} expires`,
    description: [
      `Serial number: ${plant.serialNumber}`,
      ...(advice ? [`Next step: ${advice.step}. ${advice.reason}`] : []),
    ].join('\n'),
    url: `${origin}/plants/${encodeURIComponent(plant.id)}/security`,
    start: endMs,
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes: 30 },
    busyStatus: 'FREE',
    alarms: [
      {
        action: 'display',
        description: `Certificate of ${name} expires in ${tripDays} days`,
        trigger: { days: tripDays, before: true },
      },
    ],
  }
}
