import { isPathSegment } from '@/lib/path-segment'

/** Explains why a plant has no page to link to; undefined for a plant that has one. */
export function whyNoPage(plantId: string): string | undefined {
  return isPathSegment(plantId)
    ? undefined
    : 'This plant can’t be opened: its ID can’t be part of an address.'
}
