import { waitMs } from './attempt'
import type { TypedProof } from './typed-proof'
import type { Failure } from './use-action-sending'
import type { PlantReading } from './use-plant-reading'
import { secondMs } from '@/lib/instants'

interface Situation {
  /** Why the plant's state or the person's rights rule it out. */
  standing: string | undefined
  reading: PlantReading
  failure: Failure | undefined
  proof: TypedProof | undefined
  typed: string
}

/** Why nothing can be confirmed at a moment; null when it can. */
export function obstacleAt(situation: Situation, atMs: number): string | null {
  const { standing, reading, failure, proof, typed } = situation
  if (standing) return standing
  if (reading.isGone) return 'The plant is gone.'
  if (!reading.isReread && !reading.error) return 'The plant is being read.'
  if (!reading.isFresh(atMs)) return 'The plant could not be read, so nothing can be confirmed.'
  const leftMs = waitMs(failure, atMs)
  if (leftMs > 0) return `The server asks to wait ${Math.ceil(leftMs / secondMs)} s.`
  if (proof && typed.trim() !== proof.text) return `Type the ${proof.name} first.`
  return null
}

/** The same for this very moment: the clock on screen is up to a second late. */
export function obstacleNow(situation: Situation): string | null {
  return obstacleAt(situation, Date.now())
}
