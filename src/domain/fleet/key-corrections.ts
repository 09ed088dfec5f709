// Corrections of a filter's text by the metadata keys of the fleet.
import { fieldNamed, fieldNear, searchedAs } from './filter-fields'
import { type FilterMistake, printCondition } from './filter-text'
import { filterTokens } from './filter-tokens'
import { metadataAttribute } from '@/domain/plant/metadata-attribute'
import { foldText } from '@/lib/fold-text'
import { nearestWord } from '@/lib/near-word'

/** Metadata keys for which the plants of a fleet have values. */
export interface KnownKeys {
  names: readonly string[]
  /** False when the plants may have values for others. */
  areAll: boolean
}

/**
 * Corrects fields that don't exist and have the name of a metadata key, or nearly: “vendor:x” to “meta.vendor:x”. The keys
 * are asked for only when needed.
 */
export function correctKeys(
  text: string,
  mistakes: readonly FilterMistake[],
  keys: () => readonly string[],
): readonly FilterMistake[] {
  return mistakes.map((mistake) => {
    const { column, length } = mistake
    const [token, more] = filterTokens(text.slice(column - 1, column - 1 + length))
    if (!token || more || token.isUnclosed || token.rest !== '') return mistake
    const { name, op, key, values } = token
    // Metadata can't be compared.
    if (key !== undefined || (op !== ':' && op !== '=') || !isUnknownName(name)) return mistake
    const meant = keyNamed(name.replace(/^metadata\./i, ''), keys())
    const near = meant ?? (fieldNear(name) === undefined ? nearestWord(name, keys()) : undefined)
    if (near === undefined) return mistake
    const message = `There is no field “${name}”. Did you mean “${metadataAttribute(near)}”?`
    if (values.includes('')) return { column, length, message }
    const suggestion = printCondition({ kind: 'meta', key: near, values })
    return { column, length, message, suggestion }
  })
}

/** Returns the key of a name in any case, or else the one that it misspells. */
export function keyMeant(name: string, keys: readonly string[]): string | undefined {
  return keyNamed(name, keys) ?? nearestWord(name, keys)
}

function keyNamed(name: string, keys: readonly string[]): string | undefined {
  const folded = foldText(name)
  return keys.find((key) => key === name) ?? keys.find((key) => foldText(key) === folded)
}

/** A minus sign or an exclamation mark excludes values, which is another mistake. */
function isUnknownName(name: string): boolean {
  return !/^[-!]|!$/.test(name) && fieldNamed(name) === undefined && searchedAs(name) === undefined
}
