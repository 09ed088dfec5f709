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
  /** Running number, because calls may start and end at the same time. */
  number: number
  /** Unix ms, server's clock. */
  sentAtMs: number
  durationMs: number
}

/** Kept of each kind: refreshing must not push out the errors and what the user changed. */
const maxKept = 50

/** Words of secrets, and encoded texts as long as a token or a key; IDs have 36 characters. */
const secretSigns =
  /pass|pwd|heslo|kennwort|secret|token|credential|private|key|psk|BEGIN|\beyJ|\\u|[\w+/=-]{40}/i
/** The word as a whole or as a part of `simPin` or `SIM_PIN`, but not of `spinning`. */
const pinSign = /(^|[^A-Za-z])pin(?![a-z])|(^|[^A-Z])PIN(?![a-z])|Pin(?![a-z])/
/** A plant's way to authenticate isn't a secret, but may be called TOKEN. */
const authMethod = /"authMethod":"[A-Z]+"/g

let calls: readonly RecordedCall[] = []
/** Counts the changes of the user: a call that ends after one isn't the next user's. */
let people = 0
let lastNumber = 0
const listeners = createListeners()

onPersonChange(() => {
  calls = []
  people += 1
  listeners.notify()
})

/** Subscribes to the transcript; returns the unsubscribe function. */
export const subscribeToCalls = listeners.add

/** Returns the last 50 reads that failed, the last 50 others, and as many changes of each kind, the latest last. */
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
  const searched = body?.replaceAll(authMethod, '') ?? ''
  const isBodyLeftOut = secretSigns.test(searched) || pinSign.test(searched)
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
    const number = (lastNumber += 1)
    const call = { ...sent, ...end, number, sentAtMs: toServerTime(sentAtMs), durationMs }
    const alike = calls.filter((other) => kindOf(other) === kindOf(call))
    const oldest = alike.length < maxKept ? undefined : alike[0]
    calls = [...calls.filter((other) => other !== oldest), call]
    listeners.notify()
  }
}

function kindOf(call: RecordedCall): string {
  return `${call.method === 'GET'} ${isFailed(call)}`
}
