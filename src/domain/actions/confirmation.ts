import { type Attempt, waitMs } from './attempt'
import { type TypedProof, isProven } from './typed-proof'
import { secondMs } from '@/lib/instants'

/** How old the state of a plant may be that somebody confirms. */
export const oldestConfirmedMs = 10 * secondMs

/** How the latest reading of a plant went. Times are Unix ms. */
export interface ReadingState {
  /** When the plant was last read; 0 if never. */
  readAtMs: number
  /** Since when readings count: the opening of the dialog. */
  openedAtMs: number
  /** The latest attempt to read it failed. */
  isFailing: boolean
  isGone: boolean
}

/** What a reading is worth for somebody who confirms on it at a moment. */
export type Freshness = 'fresh' | 'awaited' | 'old' | 'failing'

/** Only what was read since the dialog opened, and not long ago, may be confirmed. */
export function freshnessOf(
  { readAtMs, openedAtMs, isFailing }: ReadingState,
  atMs: number,
): Freshness {
  if (isFailing) return 'failing'
  if (readAtMs < openedAtMs) return 'awaited'
  return atMs - readAtMs > oldestConfirmedMs ? 'old' : 'fresh'
}

const notFresh: Record<Exclude<Freshness, 'fresh'>, string> = {
  awaited: 'Loading the plant.',
  old: `The plant was read more than ${oldestConfirmedMs / secondMs} s ago. Reload it to continue.`,
  failing: 'Couldn’t load the plant. Reload it to continue.',
}

interface Situation {
  /** Why the plant's state or the person's rights rule it out. */
  standing: string | undefined
  reading: ReadingState
  attempt: Pick<Attempt, 'error' | 'atMs'> | undefined
  proof: TypedProof | undefined
  typed: string
}

/** Why nothing can be confirmed at a moment (Unix ms); null when it can. */
export function obstacleAt(situation: Situation, atMs: number): string | null {
  const { standing, reading, attempt, proof, typed } = situation
  if (standing) return standing
  if (reading.isGone) return 'The plant no longer exists here.'
  const freshness = freshnessOf(reading, atMs)
  if (freshness !== 'fresh') return notFresh[freshness]
  const leftMs = waitMs(attempt, atMs)
  if (leftMs > 0) return `Try again in ${Math.ceil(leftMs / secondMs)} s.`
  if (proof && !isProven(proof, typed)) return `Type the ${proof.name} first.`
  return null
}
