import type { Plant } from '@/api/plant-schemas'
import { isSameSerialNumber } from '@/domain/credentials/certificate-checks'
import { foldText } from '@/lib/fold-text'
import { isMarkedHex, readHexDigits } from '@/lib/hex-digits'

/** The fields that the search covers. */
type Searchable = Pick<
  Plant,
  'id' | 'name' | 'serialNumber' | 'certificateFingerprint' | 'certificateSerialNumber'
>

/** Shorter hex sequences occur in fingerprints by chance: "bad", "cafe", a year. */
const fewestMarkedDigits = 4
const fewestDigits = 6

/** Folding megabytes of one plant on each keystroke would block typing. */
const longestSearched = 1_000

/**
 * Returns a test for plants that contain every word of the text, or whose certificate is identified by the whole text.
 * Fingerprints and certificate serial numbers match in any notation.
 */
export function plantMatcher(text: string): (plant: Searchable) => boolean {
  const words = foldText(text).split(/\s+/).filter(Boolean)
  const whole = certificateMatcher(text)
  const tests = words.map((word) => ({ word, names: certificateMatcher(word) }))
  return (plant) => {
    const { id, name, serialNumber } = plant
    const texts = [name, serialNumber, id, oddFingerprint(plant)]
    const haystack = foldText(texts.map((one) => one.slice(0, longestSearched)).join('\n'))
    return tests.every(({ word, names }) => haystack.includes(word) || names(plant)) || whole(plant)
  }
}

/** A fingerprint that is not hex is searched as plain text. */
function oddFingerprint({ certificateFingerprint }: Certificate): string {
  const text = certificateFingerprint ?? ''
  return readHexDigits(text) === undefined ? text : ''
}

type Certificate = Pick<Searchable, 'certificateFingerprint' | 'certificateSerialNumber'>

function certificateMatcher(text: string): (plant: Certificate) => boolean {
  const digits = readHexDigits(text)
  const isMarked = isMarkedHex(text)
  // Words that happen to be hex are words; groups of digits form one number only when marked as hex.
  const isMeant = isMarked || !/\s/.test(text.trim())
  const fewest = isMarked ? fewestMarkedDigits : fewestDigits
  if (digits === undefined || !isMeant || digits.length < fewest) return () => false
  return ({ certificateFingerprint, certificateSerialNumber }) => {
    const serialNumber = certificateSerialNumber ?? ''
    const all = [certificateFingerprint ?? '', serialNumber].map(readHexDigits)
    return all.some((hex) => hex?.includes(digits)) || isSameSerialNumber(text, serialNumber)
  }
}
