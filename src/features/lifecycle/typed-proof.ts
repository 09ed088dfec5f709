import type { PlantDetail } from '@/api/plant-schemas'
import { visibleText } from '@/ui/visible-text'

/** What is typed to prove that this plant is meant. */
export interface TypedProof {
  label: string
  /** The label inside a sentence. */
  name: string
  text: string
}

/** The serial number; the id for plants without one, or with one that cannot be typed as it is seen. */
export function typedProofOf({ id, serialNumber }: PlantDetail): TypedProof {
  const text = serialNumber.trim()
  return text !== '' && visibleText(text) === text
    ? { label: 'Serial number', name: 'serial number', text }
    : { label: 'Plant ID', name: 'plant’s ID', text: id }
}
