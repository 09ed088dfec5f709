import type { Plant } from '@/api/plant-schemas'

/** What is typed to prove that this plant is meant. */
export interface TypedProof {
  label: string
  /** The label inside a sentence. */
  name: string
  text: string
}

/**
 * The serial number; the id for plants without one, or with one that cannot be typed as it is seen.
 * `seen` gives a text as it is shown.
 */
export function typedProofOf(
  { id, serialNumber }: Pick<Plant, 'id' | 'serialNumber'>,
  seen: (text: string) => string,
): TypedProof {
  const text = serialNumber.trim()
  return text !== '' && seen(text) === text
    ? { label: 'Serial number', name: 'serial number', text }
    : { label: 'Plant ID', name: 'plant’s ID', text: id }
}

/** Whether the proof was typed; blanks around it are a slip. */
export function isProven(proof: TypedProof, typed: string): boolean {
  return typed.trim() === proof.text
}
