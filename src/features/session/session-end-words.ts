import type { RuntimeConfig } from '@/api/config'
import type { SessionEnd } from '@/api/session/session-renewal'
import { durationWords } from '@/lib/duration-units'
import { minuteMs } from '@/lib/instants'

const words: Record<Exclude<SessionEnd, 'idle'>, string> = {
  'signed-out': 'You signed out.',
  'signed-out-elsewhere': 'You signed out in another tab.',
  'ended-elsewhere': 'Your session was ended in another tab.',
  refused:
    'The server ended your session. It may have expired, or an administrator may have revoked it.',
  'client-refused':
    'The server refused to renew your session for this client ID. If the client has a secret, enter it each time you sign in: it isn’t stored.',
  'not-renewable': 'Your session has expired. This server doesn’t renew sessions.',
}

type Idle = Pick<RuntimeConfig, 'idleMinutes'>

/** Reasons why a session ended, for the sign-in page and the dialog over the page. */
export function describeSessionEnd(why: SessionEnd, idle: Idle): string {
  return why === 'idle' ? `Signed out after ${idleWords(idle)} without use.` : words[why]
}

/** The time without use after which a session ends, in words. */
export function idleWords({ idleMinutes }: Idle): string {
  return durationWords(Math.round((idleMinutes ?? 0) * minuteMs))
}
