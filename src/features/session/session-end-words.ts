import type { SessionEnd } from '@/api/session/session-renewal'

/** Reasons why a session ended, for the sign-in page and the dialog over the page. */
export const sessionEndWords: Record<SessionEnd, string> = {
  'signed-out': 'You signed out.',
  'signed-out-elsewhere': 'You signed out in another tab.',
  'ended-elsewhere': 'Your session was ended in another tab.',
  refused:
    'The server ended your session. It may have expired, or an administrator may have revoked it.',
  'client-refused':
    'The server refused to renew your session for this client ID. If the client has a secret, enter it each time you sign in: it isn’t stored.',
  'not-renewable': 'Your session has expired. This server doesn’t renew sessions.',
}
