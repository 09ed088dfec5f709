import { type FailedAttempt, waitMs } from './attempt'
import { isLaterReading } from './later-reading'
import { type TypedProof, isProven } from './typed-proof'
import { goneWords } from '@/api/gone-words'
import { secondMs } from '@/lib/instants'
import { retryWaitWords } from '@/lib/retry-wait'

/** Maximum age of a plant's state for confirming an action. */
export const maxConfirmedAgeMs = 10 * secondMs

interface ReadingState {
  readAtMs: number
  openedAtMs: number
  isFailing: boolean
  isGone: boolean
}

type Freshness = 'fresh' | 'awaited' | 'old' | 'failing'

/** Judges a reading at a given time (Unix ms): only recent ones since the dialog opened may be confirmed. */
export function freshnessOf(
  { readAtMs, openedAtMs, isFailing }: ReadingState,
  atMs: number,
): Freshness {
  if (isFailing) return 'failing'
  if (!isLaterReading(readAtMs, openedAtMs)) return 'awaited'
  return atMs - readAtMs > maxConfirmedAgeMs ? 'old' : 'fresh'
}

const notFresh: Record<Exclude<Freshness, 'fresh'>, (subject: ConfirmedSubject) => string> = {
  awaited: ({ noun }) => `Loading the ${noun}.`,
  old: ({ noun }) =>
    `The ${noun} was read more than ${maxConfirmedAgeMs / secondMs} s ago. Reload it to continue.`,
  failing: ({ noun }) => `Couldn’t load the ${noun}. Reload it to continue.`,
}

/** The thing that an action changes, in words. */
interface ConfirmedSubject {
  noun: string
  /** Sentence for one that no longer exists. */
  gone: string
}

const plantSubject: ConfirmedSubject = { noun: 'plant', gone: goneWords.sinceSeen }

interface Situation {
  standing: string | undefined
  reading: ReadingState
  attempt: Omit<FailedAttempt, 'sent'> | undefined
  proof: TypedProof | undefined
  typed: string
}

/** Returns the reason why the action can't be confirmed at a given time (Unix ms); null when it can. */
export function obstacleAt(
  situation: Situation,
  atMs: number,
  subject = plantSubject,
): string | null {
  const { standing, reading, attempt, proof, typed } = situation
  if (standing) return standing
  if (reading.isGone) return subject.gone
  const freshness = freshnessOf(reading, atMs)
  if (freshness !== 'fresh') return notFresh[freshness](subject)
  const wait = retryWaitWords(waitMs(attempt, atMs))
  if (wait !== null) return wait
  if (proof && !isProven(proof, typed)) return `Type the ${proof.name} first.`
  return null
}
