import { metadataValues } from './metadata-values'
import type { Plant } from '@/api/plant-schemas'
import { foldText } from '@/lib/fold-text'
import { hexOfDecimal, isMarkedHex, readHexDigits } from '@/lib/hex-digits'

type Searchable = Pick<
  Plant,
  'id' | 'name' | 'serialNumber' | 'certificateFingerprint' | 'certificateSerialNumber'
> &
  Partial<Pick<Plant, 'metadata'>> & { externalPlantId?: string | null | undefined }

/** Shorter hex sequences occur in fingerprints by chance: "bad", "cafe", a year. */
const fewestMarkedDigits = 4
const fewestDigits = 6

/** Folding megabytes of one plant would block typing. */
const maxSearchedLength = 1_000

/** Hex digits are kept apart from text by characters that no folded text contains. */
const firstDigitCode = 0x80

/** A plant's text must contain one alternative of each word, or one of `whole`, which reads all words as one number. */
export interface SearchPlan {
  words: readonly (readonly string[])[]
  whole: readonly string[]
}

/** Returns a test for plants that match a search; fingerprints and certificate serial numbers match in any notation. */
export function plantMatcher(text: string): (plant: Searchable) => boolean {
  const plan = planSearch(text)
  return (plant) => matchesPlan(searchText(plant), plan)
}

/** Tests the search text of a plant. */
export function matchesPlan(plantText: string, { words, whole }: SearchPlan): boolean {
  const hasAny = (alternatives: readonly string[]) =>
    alternatives.some((one) => plantText.includes(one))
  return words.every(hasAny) || hasAny(whole)
}

/** Returns the text of a plant in which a search looks: one line for each field, folded. */
export function searchText(plant: Searchable): string {
  const leaves = metadataValues(plant.metadata).map(({ text }) => searchLine(text))
  return `${[...searchLines(plant), ...leaves].join('\n')}\n`
}

/** Converts the typed text into what a plant's text must contain. */
export function planSearch(text: string): SearchPlan {
  const words = foldForSearch(text).split(/\s+/).filter(Boolean)
  return { words: words.map((word) => [word, ...asNumber(word)]), whole: asNumber(text) }
}

/** Returns true when all that matches a plan is sure to match a wider one, because words only got longer or more. */
export function isNarrower({ words, whole }: SearchPlan, wider: SearchPlan): boolean {
  // A number may match a whole line, which a shorter number doesn't.
  if (whole.length > 0 || words.some(({ length }) => length > 1)) return false
  return wider.words.every(([part = '']) => words.some(([word = '']) => word.includes(part)))
}

/** Lines without metadata: name, serial number, ID, fingerprint, the certificate's serial number, and others. */
export function searchLines(plant: Searchable): string[] {
  const { id, name, serialNumber, externalPlantId } = plant
  const fingerprint = plant.certificateFingerprint ?? ''
  const certificate = plant.certificateSerialNumber ?? ''
  const lines = [name, serialNumber, id].map(searchLine)
  const digits = readHexDigits(certificate.slice(0, maxSearchedLength))
  lines.push(certificateLine(fingerprint), certificateLine(certificate))
  if (digits !== undefined) {
    const short = digits.replace(/^0+/, '')
    lines.push(short === digits ? '' : asDigits(short), asDigits(hexOfDecimal(certificate) ?? ''))
  }
  if (externalPlantId) lines.push(searchLine(externalPlantId))
  return lines
}

/** Folds one field of a plant to one line. */
export function searchLine(text: string): string {
  return foldForSearch(text.slice(0, maxSearchedLength))
}

function certificateLine(text: string): string {
  const start = text.slice(0, maxSearchedLength)
  const digits = readHexDigits(start)
  return digits === undefined ? searchLine(start) : asDigits(digits)
}

/** Control characters are blanks, so that they mark digits and ends of lines only. */
function foldForSearch(text: string): string {
  // oxlint-disable-next-line no-control-regex -- removes them
  return foldText(text).replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, ' ')
}

/** The ways in which a text identifies a certificate; none when it is not meant as a number. */
function asNumber(text: string): string[] {
  const digits = readHexDigits(text)
  const isMarked = isMarkedHex(text)
  // Words that happen to be hex are words; groups of digits form one number only when marked as hex.
  const isMeant = isMarked || !/\s/.test(text.trim())
  const fewest = isMarked ? fewestMarkedDigits : fewestDigits
  if (digits === undefined || !isMeant || digits.length < fewest) return []
  const short = digits.replace(/^0+/, '')
  const decimal = hexOfDecimal(text.trim())
  const wholes = [short, ...(decimal === undefined ? [] : [decimal])].filter(Boolean)
  return [asDigits(digits), ...wholes.map((whole) => `\n${asDigits(whole)}\n`)]
}

function asDigits(hex: string): string {
  let text = ''
  for (const digit of hex) text += String.fromCharCode(firstDigitCode + Number.parseInt(digit, 16))
  return text
}

/** Returns the hex digits of a line of the search text; undefined when it is text. */
export function digitsOfLine(line: string): string | undefined {
  let hex = ''
  for (let at = 0; at < line.length; at += 1) {
    const digit = line.charCodeAt(at) - firstDigitCode
    if (digit < 0 || digit > 15) return undefined
    hex += digit.toString(16)
  }
  return hex === '' ? undefined : hex
}
