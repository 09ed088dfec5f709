// What a failure means for a run: whether it concerns the plant, or everything that would come next.
import { describeError } from '@/api/error-messages'
import { ApiError, NotSentError, TransportError } from '@/api/errors'
import { describeRefused } from '@/api/outcome-messages'
import { isPlantGone } from '@/api/plant-gone'
import type { PauseReason } from '@/domain/runs/run-progress'
import { secondMs } from '@/lib/instants'
import { serverNow } from '@/lib/server-clock'

interface Pause {
  reason: PauseReason
  untilMs?: number
  detail?: string
}

/** The consequence of a plant that couldn't be read: the run pauses, or only the plant is held back. */
export interface ReadOutcome {
  pause: Pause | undefined
  reason: string
  /** True for an error of the server, which says nothing of the plant: it is tried again. */
  isServerError: boolean
}

/** The pause for errors of the server: they say nothing of a plant. */
export const platformDown = (detail: string) => ({ reason: 'offline' as const, detail })

/** Without `Retry-After`. */
const defaultWaitMs = 10 * secondMs

/** Returns what follows when a plant couldn't be read at its turn. */
export function whyNotRead(error: Error): ReadOutcome {
  const { title, detail } = describeError(error)
  const reason = isPlantGone(error) ? 'It no longer exists' : `It couldn’t be read: ${title}`
  return { pause: pauseAfter(error, detail), reason, isServerError: isServerError(error) }
}

function isServerError(error: Error): boolean {
  return error instanceof ApiError && (error.status >= 500 || error.status === 408)
}

/** Returns what follows when a request was refused, or not sent at all. */
export function refusalOutcome(
  error: Error,
): Omit<ReadOutcome, 'isServerError'> & { isSent: boolean } {
  const { title, detail } = describeRefused(error)
  const isLate = error instanceof NotSentError && error.reason === 'late'
  const reason = isLate ? '' : [title, detail].filter(Boolean).join(': ')
  return { pause: pauseAfter(error, detail), reason, isSent: !(error instanceof NotSentError) }
}

function pauseAfter(error: Error, detail: string): Pause | undefined {
  if (error instanceof NotSentError) {
    // Its words are about one request.
    if (error.reason === 'offline') return { reason: 'offline' }
    return error.reason === 'signed-out' ? { reason: 'session' } : undefined
  }
  if (error instanceof TransportError) return { reason: 'offline', detail }
  if (!(error instanceof ApiError)) return undefined
  if (error.status === 401) return { reason: 'session' }
  if (error.status === 403) return { reason: 'forbidden', detail }
  if (error.status !== 429) return undefined
  return { reason: 'rate', untilMs: serverNow() + (error.retryAfterMs ?? defaultWaitMs) }
}
