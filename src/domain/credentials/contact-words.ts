// Words for waiting until a plant uses its new credentials; times that keep changing are left to the page.
import { type ContactWatch, contactPatienceMs, contactState, refusedText } from './first-contact'
import type { Plant } from '@/api/plant-schemas'
import { countdown } from '@/lib/countdown'
import { durationWords } from '@/lib/duration-units'
import type { Tone } from '@/lib/tone'
import { isUnreadable } from '@/lib/unreadable'

interface ContactWords {
  tone: Tone
  title: string
  /** Time that follows the title, Unix ms by the server's clock. */
  titleAtMs?: number
  /** The latest refusal, as the API sent it, to state before the detail. */
  refusal?: { at: string | null | undefined; isUnreadable: boolean }
  detail: string
  /** True when the start of the waiting follows the detail. */
  hasStart: boolean
}

/**
 * Describes a watch by the plant's latest record at `elapsedMs` after its start; without a record, the plant hasn't
 * been read. `contactAtMs` is the first contact that was noted (Unix ms, server's clock).
 */
export function contactWords(
  watch: ContactWatch,
  plant:
    | Pick<Plant, 'lastSeenAt' | 'authFailureCount' | 'lastAuthFailureAt' | 'unreadable'>
    | undefined,
  { contactAtMs, elapsedMs }: { contactAtMs: number | undefined; elapsedMs: number },
): ContactWords {
  if (contactAtMs !== undefined) {
    const detail =
      'The plant has connected with its new credentials. Its current state is shown above.'
    return { tone: 'ok', title: 'Connected at', titleAtMs: contactAtMs, detail, hasStart: false }
  }
  const hasGivenUp = elapsedMs >= contactPatienceMs
  const waiting = {
    detail: hasGivenUp
      ? `Stopped waiting after ${durationWords(contactPatienceMs)}. The page still shows when the plant connects.`
      : `Waiting for ${countdown(elapsedMs)}`,
    hasStart: !hasGivenUp,
  }
  const state = plant && contactState(watch, plant)
  if (state?.kind === 'refused') {
    const refusal = {
      at: state.lastAt,
      isUnreadable: isUnreadable(plant ?? {}, 'lastAuthFailureAt'),
    }
    return { tone: 'warn', title: refusedText(state.times), refusal, ...waiting }
  }
  if (hasGivenUp) return { tone: 'warn', title: 'No contact yet', ...waiting }
  return { tone: 'info', title: 'The plant hasn’t used its new credentials yet', ...waiting }
}
