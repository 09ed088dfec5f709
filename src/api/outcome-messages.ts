import { type ErrorMessage, describeError, serverRefused } from './error-messages'
import { ApiError, outcomeOf, outcomeUnknown } from './errors'
import { isPlantGone } from './plant-gone'
import { toError } from '@/lib/thrown'

/** Says that a request left, and that nothing readable came back or the server failed. */
export function unansweredText(error: Error, what: string): string {
  return error instanceof ApiError && error.code !== undefined
    ? `${what} was sent, but the server reported an error (HTTP ${error.status}).`
    : `${what} was sent, but no readable response arrived.`
}

/** Describes the refusal of a change. A 404 to a repeated request doesn't prove that the plant is gone; a reading does. */
export function describeRefused(thrown: unknown): ErrorMessage {
  const described = describeError(thrown)
  if (!isPlantGone(thrown)) return described
  return { ...described, title: serverRefused, detail: toError(thrown).message }
}

/** Describes a mutation that did not complete. `what` names the action, e.g. "Creating the plant". */
export function describeOutcome(thrown: unknown, what: string): ErrorMessage {
  const error = toError(thrown)
  const { detail, technical, retryAtMs } = describeError(error)
  switch (outcomeOf(error)) {
    case 'not-sent':
      return { title: `${what}: not sent`, detail, technical }
    case 'refused':
      return {
        title: `${what} was refused`,
        detail: describeRefused(error).detail,
        technical,
        retryAtMs,
      }
    case 'unknown':
      return {
        title: outcomeUnknown,
        detail: `${unansweredText(error, what)} It may or may not have been completed.`,
        technical,
      }
  }
}
