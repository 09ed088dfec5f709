// Serial numbers and IDs that a user pastes. Nothing is dropped or chosen silently: each item is found, found with other
// separators, unknown, repeated or unclear.
import { trimBlanks } from '@/lib/trim-blanks'

/** The plants that a text names. */
export interface NamedPlants {
  ids: readonly string[]
  /** True when the text is a serial number of theirs with other separators. */
  isRespelled: boolean
}

/** The plants that pasted text names, and its items that need a look, as the user wrote them. */
interface PastedPlants {
  ids: readonly string[]
  /** Serial numbers that a plant has with other separators, and the plant that was found. */
  respelled: readonly { text: string; id: string }[]
  /** Items that no plant has. */
  unknown: readonly string[]
  /** Items that name a plant that was named before. */
  repeated: readonly string[]
  /** Items that may name each of several plants, so that none is used. */
  ambiguous: readonly { text: string; ids: readonly string[] }[]
}

type Find = (text: string) => NamedPlants

interface Item extends NamedPlants {
  text: string
}

/**
 * Reads serial numbers or IDs, one per line or separated by commas, semicolons, tabs or blanks. A serial number with blanks
 * is found when no other item is beside it; an exact one also between commas.
 */
export function readPastedPlants(text: string, find: Find): PastedPlants {
  const ids = new Set<string>()
  const respelled: { text: string; id: string }[] = []
  const unknown: string[] = []
  const repeated: string[] = []
  const ambiguous: { text: string; ids: readonly string[] }[] = []
  for (const item of itemsOf(text, find)) {
    const [id, ...others] = item.ids
    if (id === undefined) unknown.push(item.text)
    else if (others.length > 0) ambiguous.push({ text: item.text, ids: item.ids })
    else if (ids.has(id)) repeated.push(item.text)
    else {
      ids.add(id)
      if (item.isRespelled) respelled.push({ text: item.text, id })
    }
  }
  return { ids: [...ids], respelled, unknown, repeated, ambiguous }
}

const lines = /[\r\n]+/
const pieces = /[,;\t]+/
const words = /\s+/

/** From the coarsest separator to the finest: a part is split further unless it names a plant. */
function itemsOf(text: string, find: Find): Item[] {
  return partsOf(text, lines).flatMap((line) => {
    const item = { text: line, ...find(line) }
    if (isExact(item)) return [item]
    return partsOf(line, pieces).flatMap((piece) => itemsOfPiece(piece, find))
  })
}

/** Blanks separate items, or belong to a serial number. Exact items win; otherwise, both readings count. */
function itemsOfPiece(text: string, find: Find): Item[] {
  const whole = { text, ...find(text) }
  if (isExact(whole)) return [whole]
  const parts = partsOf(text, words).map((word) => ({ text: word, ...find(word) }))
  if (whole.ids.length === 0 || parts.every(isExact)) return parts
  const ids = new Set([...whole.ids, ...parts.flatMap((part) => part.ids)])
  return [{ ...whole, ids: [...ids] }]
}

const isExact = ({ ids, isRespelled }: NamedPlants) => ids.length > 0 && !isRespelled

function partsOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => trimBlanks(part).replaceAll(/^["']|["']$/g, ''))
    .filter((part) => part !== '')
}
