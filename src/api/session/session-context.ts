import type { QueryClient } from '@tanstack/react-query'
import { createContext, use, useSyncExternalStore } from 'react'
import type { IdleTimeout } from './idle-timeout'
import type { Session } from './session'
import type { Person } from './session-grant'
import { type SessionState, usernameOf, viewerOf } from './session-state'
import type { RuntimeConfig } from '@/api/config'

interface Deployment {
  config: RuntimeConfig
  session: Session
  /** Undefined when sessions don't end for want of use. */
  idle?: IdleTimeout | undefined
}

/** Context of every route. */
export interface RouterContext extends Deployment {
  queryClient: QueryClient
}

/** The deployment for components; see `useDeployment`. */
export const DeploymentContext = createContext<Deployment | undefined>(undefined)

/** Returns the deployment; throws outside its provider. */
export function useDeployment(): Deployment {
  const deployment = use(DeploymentContext)
  if (!deployment) throw new Error('DeploymentContext is missing')
  return deployment
}

/** Returns the session's state as React state. */
export function useSessionState(): SessionState {
  const { session } = useDeployment()
  return useSyncExternalStore(session.subscribe, session.getState)
}

/** Returns the user who is signed in, or whose session has ended and is still on screen. */
export function usePerson(): Person | undefined {
  const state = useSessionState()
  return 'person' in state ? state.person : undefined
}

/** Returns a function that reads the current username when called, for code that outlives a render. */
export function useUsernameNow(): () => string | undefined {
  const { session } = useDeployment()
  return () => usernameOf(session.getState())
}

/** Returns a function that reads the current user with the organization on screen, for code that outlives a render. */
export function useViewerNow(): () => string | undefined {
  const { session } = useDeployment()
  return () => viewerOf(session.getState())
}

/** Returns a text that tells apart the data of APIs and organizations, for what the browser keeps. */
export function useDataScope(): string {
  const { config } = useDeployment()
  return dataScopeOf(config, usePerson())
}

/** Returns the scope of `useDataScope` outside React. */
export function dataScopeOf(
  { apiBaseUrl }: Pick<RuntimeConfig, 'apiBaseUrl'>,
  person: Person | undefined,
): string {
  return [apiBaseUrl, person?.organizationId ?? person?.organizationName].join(' ')
}
