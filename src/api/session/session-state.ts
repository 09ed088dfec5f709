import type { Person } from './session-grant'
import type { SessionEnd } from './session-renewal'

/** The session's state. `over`: the server rejected the renewal; the page stays until a user signs in again. */
export type SessionState =
  | { phase: 'restoring' }
  /** `why` is undefined when no session of this tab has ended. */
  | { phase: 'signed-out'; why: SessionEnd | undefined }
  | { phase: 'signed-in'; person: Person; isByAnotherTab: boolean }
  | { phase: 'over'; person: Person; why: SessionEnd }

/** Returns the username of a session, even when it is over; undefined while signed out or restoring. */
export function usernameOf(state: SessionState): string | undefined {
  return 'person' in state ? state.person.username : undefined
}

/** Returns the organization that requests name, if any. */
export function organizationIdOf(state: SessionState): string | undefined {
  return 'person' in state ? state.person.organizationId : undefined
}

/** Returns a text that tells apart users and, for one user, organizations: neither sees anything of the other. */
export function viewerOf(state: SessionState): string | undefined {
  const username = usernameOf(state)
  return username === undefined ? undefined : `${username}\n${organizationIdOf(state) ?? ''}`
}
