import type { Plant } from '@/api/plant-schemas'

/** Text to type as confirmation that the right plant is meant. */
export interface TypedProof {
  label: string
  name: string
  text: string
}

/** Returns the text to type: the serial number, or the ID where it can't be typed as displayed (by `seen`). */
export function typedProofOf(
  { id, serialNumber }: Pick<Plant, 'id' | 'serialNumber'>,
  seen: (text: string) => string,
): TypedProof {
  const text = serialNumber.trim()
  return text !== '' && seen(text) === text
    ? { label: 'Serial number', name: 'serial number', text }
    : { label: 'Plant ID', name: 'plant’s ID', text: id }
}

/** Returns true when the typed text matches; surrounding spaces are ignored. */
export function isProven(proof: TypedProof, typed: string): boolean {
  return typed.trim() === proof.text
}
