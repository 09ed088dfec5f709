// Serial numbers are printed, typed and dictated with other separators than the fleet's, or without any.
import { searchLine } from './plant-search'

/** Shorter texts occur in many serial numbers by chance. */
const fewestCharacters = 5

const endOfLine = 0x0a

/** Returns the folded letters and digits of a text, which all spellings of a serial number share; undefined below five. */
export function serialCharacters(text: string): string | undefined {
  return lineCharacters(searchLine(text))
}

/** Returns the same for a line that is folded already. Copies whole parts rather than characters, because all serial numbers of a fleet are read at once. */
export function lineCharacters(line: string): string | undefined {
  let own = ''
  let start = 0
  for (let at = 0; at < line.length; at += 1) {
    if (!isSeparator(line.charCodeAt(at))) continue
    own += line.slice(start, at)
    start = at + 1
  }
  own += line.slice(start)
  return own.length < fewestCharacters ? undefined : own
}

/**
 * Returns true if a line of folded text contains characters, whatever the separators between them. The line begins at
 * `start`; cutting it out first would take longer than comparing it.
 */
export function hasSerialCharacters(text: string, start: number, characters: string): boolean {
  const first = characters.charCodeAt(0)
  for (let from = start; from < text.length; from += 1) {
    const code = text.charCodeAt(from)
    if (code === endOfLine) return false
    if (code === first && isAt(text, from, characters)) return true
  }
  return false
}

function isAt(text: string, from: number, characters: string): boolean {
  let found = 0
  for (let at = from; at < text.length && found < characters.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === characters.charCodeAt(found)) found += 1
    else if (code === endOfLine || !isSeparator(code)) return false
  }
  return found === characters.length
}

/** By code instead of by expression: 100,000 serial numbers are compared while the user types. */
function isSeparator(code: number): boolean {
  const isAsciiLetter = code >= 0x61 && code <= 0x7a
  const isDigit = code >= 0x30 && code <= 0x39
  if (code < 0xc0) return !isAsciiLetter && !isDigit
  // General punctuation, and the minus sign.
  return (code >= 0x20_00 && code <= 0x20_6f) || code === 0x22_12
}
