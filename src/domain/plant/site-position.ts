import type { PlantDetail } from '@/api/plant-schemas'
import { isUnreadable } from '@/lib/unreadable'

/** A position on the map, or why there is none. WGS 84 degrees. */
export type SitePosition =
  | { kind: 'none' }
  | { kind: 'unusable'; why: string }
  | { kind: 'place'; latitude: number; longitude: number; doubt?: string }

/** Reads a position as received; never throws. */
export function readPosition(
  plant: Pick<PlantDetail, 'latitude' | 'longitude' | 'unreadable'>,
): SitePosition {
  const { latitude, longitude } = plant
  const isLatitudeLost = isUnreadable(plant, 'latitude')
  const isLongitudeLost = isUnreadable(plant, 'longitude')
  if (isLatitudeLost && isLongitudeLost) {
    return { kind: 'unusable', why: 'The latitude and the longitude are unreadable.' }
  }
  if (isLatitudeLost) return { kind: 'unusable', why: 'The latitude is unreadable.' }
  if (isLongitudeLost) return { kind: 'unusable', why: 'The longitude is unreadable.' }
  const lat = finite(latitude)
  const lon = finite(longitude)
  if (lat === undefined && lon === undefined) return { kind: 'none' }
  if (lat === undefined) return { kind: 'unusable', why: 'The latitude is missing.' }
  if (lon === undefined) return { kind: 'unusable', why: 'The longitude is missing.' }
  if (Math.abs(lat) > 90) {
    return { kind: 'unusable', why: 'Latitudes end at 90°, so this isn’t a place on Earth.' }
  }
  if (Math.abs(lon) > 180) {
    return { kind: 'unusable', why: 'Longitudes end at 180°, so this isn’t a place on Earth.' }
  }
  if (lat === 0 && lon === 0) {
    const doubt = '0, 0 is in the Atlantic. The position was probably never entered.'
    return { kind: 'place', latitude: lat, longitude: lon, doubt }
  }
  return { kind: 'place', latitude: lat, longitude: lon }
}

/** Formats a position as "49.2244° N, 17.6628° E": four decimals are accurate to about ten metres. */
export function formatPosition(latitude: number, longitude: number): string {
  return `${degrees(latitude, 'N', 'S')}, ${degrees(longitude, 'E', 'W')}`
}

function degrees(value: number, positive: string, negative: string): string {
  const text = Math.abs(value).toFixed(4)
  return `${text}° ${value < 0 && Number(text) !== 0 ? negative : positive}`
}

function finite(value: number | null | undefined): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}
