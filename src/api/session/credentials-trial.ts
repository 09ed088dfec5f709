/** Tries API credentials as a program would: token, one read, revocation. Nothing is kept, not even the token. */
import * as z from 'zod/mini'
import { type Credentials, requestTokens, revokeToken } from './oauth'
import { fetchWhole } from '@/api/client'
import type { RuntimeConfig } from '@/api/config'
import { ContractError } from '@/api/errors'
import { openPageSchema, readPageMeta } from '@/api/page-meta'
import { toApiError } from '@/api/responses'
import { parseJson } from '@/lib/json-text'
import { toError } from '@/lib/thrown'

/** The result of each step; a step that was not reached is undefined. */
export interface CredentialsTrial {
  token: { expiresInS: number | undefined } | Error
  /** `plants` is the total that the list gave, if any. */
  read?: { plants: number | undefined } | Error
  /** `none` when the deployment names no revocation endpoint. */
  revocation?: 'done' | 'none' | Error
}

const readLimitMs = 10_000

/** Requests a token with API credentials, reads the list of plants with it, and revokes the token. Never throws. */
export async function tryApiCredentials(
  config: RuntimeConfig,
  credentials: Credentials,
): Promise<CredentialsTrial> {
  const { clientId, clientSecret } = credentials
  const tokens = await requestTokens({ ...config, clientId }, credentials).catch(toError)
  if (tokens instanceof Error) return { token: tokens }
  const { accessToken, refreshToken = accessToken, expiresInS } = tokens
  const read = await readPlants(config, accessToken).catch(toError)
  // Revoking a refresh token ends its access tokens as well (RFC 7009, 2.1).
  const revocation = config.revokeUrl
    ? await revokeToken(config, clientId, refreshToken, clientSecret).then(
        () => 'done' as const,
        toError,
      )
    : 'none'
  return { token: { expiresInS }, read, revocation }
}

async function readPlants({ apiBaseUrl, organizationId }: RuntimeConfig, token: string) {
  const operation = 'listPlants'
  const query = { page: 1, limit: 1 }
  const response = await fetchWhole(operation, `${apiBaseUrl}/plants?limit=${query.limit}`, {
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(organizationId ? { 'x-org-id': organizationId } : {}),
    },
    limitMs: readLimitMs,
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
  })
  const text = await response.text()
  if (!response.ok) throw toApiError(operation, response, text)
  const page = z.safeParse(openPageSchema, parseJson(text))
  if (!page.success) throw new ContractError(operation, 'the response is not a page of plants')
  return { plants: readPageMeta(page.data.meta, query, page.data.data.length).total }
}
