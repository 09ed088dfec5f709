import type { QueryClient } from '@tanstack/react-query'
import { createContext, use, useSyncExternalStore } from 'react'
import type { RuntimeConfig } from '@/api/config'
import type { Session } from './session'
import { type SessionState, usernameOf } from './session-state'
import type { Person } from './session-grant'

/** The deployment and the session that everything below works with. */
export interface Deployment {
  config: RuntimeConfig
  session: Session
}

/** What loaders and guards of routes work with. */
export interface RouterContext extends Deployment {
  queryClient: QueryClient
}

/** Provided once, around the router. */
export const DeploymentContext = createContext<Deployment | undefined>(undefined)

/** The deployment; throws outside its provider. */
export function useDeployment(): Deployment {
  const deployment = use(DeploymentContext)
  if (!deployment) throw new Error('DeploymentContext is missing')
  return deployment
}

/** The session's state, as React state. */
export function useSessionState(): SessionState {
  const { session } = useDeployment()
  return useSyncExternalStore(session.subscribe, session.getState)
}

/** Who is signed in, or was until the session ran out. */
export function usePerson(): Person | undefined {
  const state = useSessionState()
  return 'person' in state ? state.person : undefined
}

/** Reads whose session it is at the moment of the call, for what outlives a render. */
export function useUsernameNow(): () => string | undefined {
  const { session } = useDeployment()
  return () => usernameOf(session.getState())
}
