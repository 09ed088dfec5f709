// Serial numbers and IDs that a user pastes. Nothing is dropped silently: each item is found, unknown, repeated or unclear.
import { trimBlanks } from '@/lib/trim-blanks'

/** The plants that pasted text names, and its items that can't be used, as the user wrote them. */
interface PastedPlants {
  ids: readonly string[]
  /** Items that no plant has. */
  unknown: readonly string[]
  /** Items that name a plant that was named before. */
  repeated: readonly string[]
  /** Serial numbers that several plants have. */
  ambiguous: readonly { text: string; plants: number }[]
}

/**
 * Reads serial numbers or IDs, one per line or separated by commas, semicolons, tabs or blanks. A serial number with blanks
 * is found when it has its own line. `find` returns the IDs of the plants that a text names.
 */
export function readPastedPlants(
  text: string,
  find: (item: string) => readonly string[],
): PastedPlants {
  const ids = new Set<string>()
  const unknown: string[] = []
  const repeated: string[] = []
  const ambiguous: { text: string; plants: number }[] = []
  for (const item of itemsOf(text, find)) {
    const [id, ...others] = find(item)
    if (id === undefined) unknown.push(item)
    else if (others.length > 0) ambiguous.push({ text: item, plants: others.length + 1 })
    else if (ids.has(id)) repeated.push(item)
    else ids.add(id)
  }
  return { ids: [...ids], unknown, repeated, ambiguous }
}

/** From the coarsest separator to the finest: a part is split further unless it names a plant. */
const separators = [/[\r\n]+/, /[,;\t]+/, /\s+/]

function itemsOf(
  text: string,
  find: (item: string) => readonly string[],
  [separator, ...finer]: readonly RegExp[] = separators,
): string[] {
  if (separator === undefined) return [text]
  return text.split(separator).flatMap((part) => {
    const item = trimBlanks(part).replaceAll(/^["']|["']$/g, '')
    if (item === '') return []
    return finer.length === 0 || find(item).length > 0 ? [item] : itemsOf(item, find, finer)
  })
}
