import { dayMs, hourMs, minuteMs, secondMs } from './instants'
import { serverNow } from './server-clock'

const offsetFormatters = new Map<string, Intl.DateTimeFormat>()

/** A zone to show times in. The name is found out when it is first asked for: Intl's tables are slow to load. */
export interface TimeZone {
  isUtc: boolean
  /** IANA name. */
  readonly name: string
}

/** The zone that is the same everywhere. */
export const utc: TimeZone = { isUtc: true, name: 'UTC' }

let device: { offsets: string; zone: TimeZone } | undefined

/**
 * Returns the zone that this device is set to now: the same object until it is set to one with other offsets from UTC.
 * UTC when the browser names none that it knows.
 */
export function deviceTimeZone(): TimeZone {
  const year = new Date(serverNow()).getFullYear()
  // Winter and summer tell zones apart that have the same time today.
  const offsets = [0, 6].map((month) => new Date(year, month, 1).getTimezoneOffset()).join(' ')
  if (device?.offsets !== offsets) device = { offsets, zone: zoneNamedLater() }
  return device.zone
}

function zoneNamedLater(): TimeZone {
  let name: string | undefined
  return {
    isUtc: false,
    get name() {
      return (name ??= nameOfDeviceZone())
    },
  }
}

function nameOfDeviceZone(): string {
  try {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    offsetFormatterOf(timeZone)
    return timeZone
  } catch {
    return 'UTC'
  }
}

/** Milliseconds that the clocks of a zone are ahead of UTC at a moment. */
export function utcOffsetMs(atMs: number, zone: TimeZone): number {
  const parts = offsetFormatterOf(zone.name).formatToParts(atMs)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  // "GMT", "GMT+02:00", and in the past "GMT-00:01:15".
  const [, sign, away = ''] = /([+-])([\d:]+)/.exec(name) ?? []
  const [hours = 0, minutes = 0, seconds = 0] = away.split(':').map(Number)
  const awayMs = hours * hourMs + minutes * minuteMs + seconds * secondMs
  return sign === '-' ? -awayMs : awayMs
}

/**
 * Returns the UTC offset, as "UTC+2" or "UTC-3:30", of a moment whose local time comes twice because clocks go back;
 * undefined for all other moments.
 */
export function ambiguousOffset(atMs: number, zone: TimeZone): string | undefined {
  const offsetMs = utcOffsetMs(atMs, zone)
  const isTwice = [-dayMs, dayMs].some((awayMs) => {
    const otherMs = utcOffsetMs(atMs + awayMs, zone)
    // The same time on the wall, at another moment, if that other offset is in force there.
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
