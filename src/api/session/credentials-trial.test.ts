import type { ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { tryApiCredentials } from './credentials-trial'
import { runtimeConfigSchema } from '@/api/config'
import { ApiError, ContractError } from '@/api/errors'
import { type Received, respondWith, startServer } from '@/api/test-server'

const credentials = {
  username: 'ada.api',
  password: 'pass',
  clientId: 'client',
  clientSecret: 'secret',
}
const tokens = {
  access_token: 'access-1',
  refresh_token: 'refresh-1',
  token_type: 'Bearer',
  expires_in: 600,
}

interface Answers {
  token?: (response: ServerResponse) => void
  plants?: (response: ServerResponse) => void
  revoke?: (response: ServerResponse) => void
}

async function attempt(answers: Answers, members: Record<string, unknown> = {}) {
  const given: Required<Answers> = {
    token: (response) => respondWith(response, 200, tokens),
    plants: (response) => respondWith(response, 200, { data: [{}], meta: { total: 240 } }),
    revoke: (response) => respondWith(response, 200, {}),
    ...answers,
  }
  const { url, received } = await startServer((response, request) =>
    given[stepOf(request)](response),
  )
  const config = runtimeConfigSchema.parse({
    apiBaseUrl: `${url}/api`,
    tokenUrl: `${url}/token`,
    revokeUrl: `${url}/revoke`,
    clientId: 'plantdeck',
    ...members,
  })
  return { trial: await tryApiCredentials(config, credentials), received }
}

function stepOf({ url }: Received): keyof Answers {
  if (url === '/token') return 'token'
  return url === '/revoke' ? 'revoke' : 'plants'
}

const basic = `Basic ${Buffer.from('client:secret').toString('base64')}`

it('requests a token with the four pieces, reads with it, and revokes it as the same client', async () => {
  const { trial, received } = await attempt({}, { organizationId: 'org-1' })
  expect(trial).toEqual({
    token: { expiresInS: 600 },
    read: { plants: 240 },
    revocation: 'done',
  })
  const [token, read, revoke] = received
  expect(Object.fromEntries(new URLSearchParams(token?.body))).toEqual({
    grant_type: 'password',
    username: 'ada.api',
    password: 'pass',
  })
  expect(token?.headers.authorization).toBe(basic)
  expect(read?.url).toBe('/api/plants?limit=1')
  expect(read?.headers).toMatchObject({ authorization: 'Bearer access-1', 'x-org-id': 'org-1' })
  expect(revoke?.headers.authorization).toBe(basic)
  expect(new URLSearchParams(revoke?.body).get('token')).toBe('refresh-1')
})

it('stops when no token is issued', async () => {
  const { trial, received } = await attempt({
    token: (response) => respondWith(response, 401, { error: 'invalid_client' }),
  })
  expect(trial).toEqual({ token: expect.any(ApiError) })
  expect(trial.token).toMatchObject({ status: 401, code: 'invalid_client' })
  expect(received).toHaveLength(1)
})

it('revokes the token even if the read fails', async () => {
  const forbidden = { code: 'FORBIDDEN', message: 'No.' }
  const { trial, received } = await attempt({
    plants: (response) => respondWith(response, 403, forbidden),
  })
  expect(trial.read).toMatchObject({ status: 403, message: 'No.' })
  expect(trial.revocation).toBe('done')
  expect(received).toHaveLength(3)
})

it('takes a page of another server for no success', async () => {
  const { trial } = await attempt({ plants: (response) => response.end('<!doctype html>') })
  expect(trial.read).toBeInstanceOf(ContractError)
})

it('says when the token could not be revoked, and when there is no endpoint for it', async () => {
  const refused = await attempt({
    revoke: (response) => respondWith(response, 503, { error: 'server_error' }),
  })
  expect(refused.trial.revocation).toMatchObject({ status: 503 })
  const without = await attempt({}, { revokeUrl: undefined })
  expect(without.trial.revocation).toBe('none')
  expect(without.received).toHaveLength(2)
})

it('revokes the access token when there is no refresh token', async () => {
  const { received } = await attempt({
    token: (response) => respondWith(response, 200, { ...tokens, refresh_token: undefined }),
  })
  expect(new URLSearchParams(received[2]?.body).get('token')).toBe('access-1')
})
