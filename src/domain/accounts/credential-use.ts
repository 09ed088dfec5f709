import type { Account } from '@/api/account-schemas'
import { countOf } from '@/lib/format-count'
import { dayMs, readInstant } from '@/lib/instants'
import type { Tone } from '@/lib/tone'

/** API credentials as the platform describes them, without their secrets. */
export type ApiCredentials = NonNullable<Account['apiCredentials']>

/** Returns today's number of requests in words (UTC day); undefined when the platform doesn't count them. */
export function callsTodayText({ callsToday }: ApiCredentials): string | undefined {
  return callsToday === null || callsToday === undefined
    ? undefined
    : `${countOf(callsToday, 'call')} today`
}

interface Breakage {
  tone: Tone
  /** Sentence before the time of the last use. */
  text: string
}

/** Says who loses access when the credentials stop working, judged at `nowMs` (Unix ms). */
export function whoBreaks(credentials: ApiCredentials, nowMs: number): Breakage {
  const lastMs = readInstant(credentials.lastUsedAt)
  if (lastMs === null) {
    return { tone: 'info', text: 'The current credentials have never been used.' }
  }
  if (lastMs === undefined) {
    return {
      tone: 'warn',
      text: 'When they were last used is unreadable. Programs that use them stop working.',
    }
  }
  return nowMs - lastMs < dayMs
    ? { tone: 'danger', text: 'They are in use. The programs that use them stop working.' }
    : {
        tone: 'warn',
        text: 'They haven’t been used for a day or longer. Programs that still have them stop working.',
      }
}
