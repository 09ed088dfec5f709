import type { Database } from './database/open-database'
import type { AccessTokens } from './oauth/access-tokens'

/** What every part of the running platform is given. */
export interface PlatformContext {
  database: Database
  accessTokens: AccessTokens
  /** Life of an access token where the organization sets none. */
  accessTokenSeconds: number
  /** True when only this machine can reach the platform; users with a published password need it. */
  isLoopback: boolean
  now: () => Date
}
