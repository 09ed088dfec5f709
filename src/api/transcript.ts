/** The last calls of this tab, in memory only, for a user who reports a problem. Part of the first screen, so it is short. */
import { createListeners } from '@/lib/listeners'
import { onPersonChange } from '@/lib/person-change'
import { deviceNow, toServerTime } from '@/lib/server-clock'

/** A call as it was sent, without its token, and without its body when that may contain a secret. */
export interface SentCall {
  operation: string
  method: string
  url: string
  headers: readonly (readonly [string, string])[]
  body: string | undefined
  isBodyLeftOut: boolean
}

/** The end of a call: a response, of which no part of the body but the error code is kept, or none. */
export interface CallEnd {
  status?: number
  /** Stable code of the API for an error. */
  code?: string | undefined
  /** ID by which the server finds the call in its log. */
  requestId?: string | undefined
  /** Reason why there was no response. */
  problem?: 'network' | 'timeout' | 'cancelled'
}

/** A call of the transcript. */
export interface RecordedCall extends SentCall, CallEnd {
  /** Unix ms, server's clock. */
  sentAtMs: number
  durationMs: number
}

/** Kept of each kind: refreshing must not push the errors out. */
const maxKept = 50

/** Words of secrets, and encoded texts as long as a token or a key; IDs have 36 characters. */
const secretSigns =
  /pass|pwd|heslo|kennwort|secret|token|credential|private|key|psk|\bpin\b|BEGIN|\beyJ|\\u|[\w+/=-]{40}/i
/** A plant's way to authenticate isn't a secret, but may be called TOKEN. */
const authMethod = /"authMethod":"[A-Z]+"/g

let calls: readonly RecordedCall[] = []
/** Counts the changes of the user: a call that ends after one isn't the next user's. */
let people = 0
const listeners = createListeners()

onPersonChange(() => {
  calls = []
  people += 1
  listeners.notify()
})

/** Subscribes to the transcript; returns the unsubscribe function. */
export const subscribeToCalls = listeners.add

/** Returns the last 50 calls that failed and the last 50 others, the latest last. */
export const recordedCalls = (): readonly RecordedCall[] => calls

/** Returns true for a call whose response was an error or didn't arrive. A cancelled one was no longer needed. */
export function isFailed({ status, problem }: CallEnd): boolean {
  return status === undefined ? problem !== 'cancelled' : status >= 400
}

/** Starts to record a call; returns the function that notes its end. Nothing is kept of a call that has not ended. */
export function recordCall(
  operation: string,
  method: string,
  url: string,
  headers: Headers,
  body: string | undefined,
): (end: CallEnd) => void {
  const [sentAtMs, startMs, person] = [deviceNow(), performance.now(), people]
  const isBodyLeftOut = secretSigns.test(body?.replaceAll(authMethod, '') ?? '')
  const sent: SentCall = {
    operation,
    method,
    url,
    headers: [...headers].filter(([name]) => name !== 'authorization'),
    body: isBodyLeftOut ? undefined : body,
    isBodyLeftOut,
  }
  return (end) => {
    if (person !== people) return
    const durationMs = performance.now() - startMs
    const call = { ...sent, ...end, sentAtMs: toServerTime(sentAtMs), durationMs }
    const alike = calls.filter((other) => isFailed(other) === isFailed(call))
    const oldest = alike.length < maxKept ? undefined : alike[0]
    calls = [...calls.filter((other) => other !== oldest), call]
    listeners.notify()
  }
}
