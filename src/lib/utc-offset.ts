import { dayMs, hourMs, minuteMs, secondMs } from './instants'
import type { TimeZone } from './time-zone'

const offsetFormatters = new Map<string, Intl.DateTimeFormat>()

/** Returns the milliseconds by which a zone's clocks are ahead of UTC at a given time. */
export function utcOffsetMs(atMs: number, zone: TimeZone): number {
  const parts = offsetFormatterOf(zone.name).formatToParts(atMs)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, away = ''] = /([+-])([\d:]+)/.exec(name) ?? []
  const [hours = 0, minutes = 0, seconds = 0] = away.split(':').map(Number)
  const awayMs = hours * hourMs + minutes * minuteMs + seconds * secondMs
  return sign === '-' ? -awayMs : awayMs
}

/** Returns the UTC offset ("UTC-3:30") of a local time that occurs twice as clocks go back; undefined for others. */
export function ambiguousOffset(atMs: number, zone: TimeZone): string | undefined {
  const offsetMs = utcOffsetMs(atMs, zone)
  const isTwice = [-dayMs, dayMs].some((awayMs) => {
    const otherMs = utcOffsetMs(atMs + awayMs, zone)
    // The other moment with the same local time, if the other offset applies then.
    const twinMs = atMs + offsetMs - otherMs
    return otherMs !== offsetMs && utcOffsetMs(twinMs, zone) === otherMs
  })
  return isTwice ? offsetName(offsetMs) : undefined
}

function offsetName(offsetMs: number): string {
  const minutes = Math.abs(Math.trunc(offsetMs / minuteMs))
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const sign = offsetMs < 0 ? '-' : '+'
  return `UTC${sign}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

function offsetFormatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = offsetFormatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    offsetFormatters.set(timeZone, formatter)
  }
  return formatter
}
