import type { Plant } from '@/api/plant-schemas'

/** What a plant is found by: name, serial number, id and certificate fingerprint. */
type Searchable = Pick<Plant, 'id' | 'name' | 'serialNumber' | 'certificateFingerprint'>

/** Lower case without diacritics: who looks for "zatec" means "Žatec". */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}

/** A test for plants in which every word of the text occurs; fingerprints match with and without colons. */
export function plantMatcher(text: string): (plant: Searchable) => boolean {
  const words = fold(text).split(/\s+/).filter(Boolean)
  return ({ id, name, serialNumber, certificateFingerprint }) => {
    const fingerprint = certificateFingerprint ?? ''
    const haystack = fold(
      [name, serialNumber, id, fingerprint, fingerprint.replaceAll(':', '')].join('\n'),
    )
    return words.every((word) => haystack.includes(word))
  }
}
