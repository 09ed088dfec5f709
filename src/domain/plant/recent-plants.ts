/** The plants that a user opened lately, by their IDs alone: names are looked up when they are shown. */
import { parseJson } from '@/lib/json-text'

/** Enough to scan by eye. */
const most = 8

/** Returns the IDs in a stored text, the latest first; none for a damaged one. */
export function readRecentPlants(text: string | null): readonly string[] {
  const stored: unknown = text === null ? [] : parseJson(text)
  if (!Array.isArray(stored)) return []
  return stored.filter((id) => typeof id === 'string').slice(0, most)
}

/** Returns the text to store once a plant was opened. */
export function printRecentPlants(ids: readonly string[], opened: string): string {
  return JSON.stringify([opened, ...ids.filter((id) => id !== opened)].slice(0, most))
}
