import { serverNow } from './server-clock'

/** A time zone for display. The name is looked up on first use because Intl's tables are slow to load. */
export interface TimeZone {
  isUtc: boolean
  readonly name: string
}

/** The zone of the API's times. */
export const utc: TimeZone = { isUtc: true, name: 'UTC' }

let device: { offsets: string; zone: TimeZone } | undefined

/** Returns the device's zone, as the same object until UTC offsets change; UTC when the browser reports none. */
export function deviceTimeZone(): TimeZone {
  const year = new Date(serverNow()).getFullYear()
  // Offsets in winter and summer distinguish zones that have the same time today.
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
    Intl.DateTimeFormat('en', { timeZone })
    return timeZone
  } catch {
    return 'UTC'
  }
}
