import { expect, test } from 'vitest'
import { refreshTokens, requestTokens, revokeToken } from './oauth'
import { isGrantRefused } from './session-renewal'
import { credentials, startTokenServer } from './test-token-server'
import { ApiError, ContractError, TransportError } from '@/api/errors'
import { type Respond, failureOf, respondWith, startServer } from '@/api/test-server'

const tokens = { access_token: 'opaque', token_type: 'Bearer', expires_in: 600 }

async function signIn(respond: Respond, given = credentials) {
  const server = await startServer(respond)
  const deployment = { tokenUrl: `${server.url}/token`, clientId: given.clientId }
  return requestTokens(deployment, given)
}

test('the password grant sends all four credentials: two in the form, two as basic authentication', async () => {
  const { config, received } = await startTokenServer()
  expect(await requestTokens(config, credentials)).toMatchObject({
    refreshToken: 'refresh-1',
    expiresInS: 600,
  })
  const [request] = received
  expect(request?.method).toBe('POST')
  expect(request?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded(;|$)/)
  expect(request?.headers).not.toHaveProperty('cookie')
  expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
    grant_type: 'password',
    username: credentials.username,
    password: credentials.password,
  })
  const [scheme, basic = ''] = (request?.headers.authorization ?? '').split(' ')
  const pair = Buffer.from(basic, 'base64').toString()
  expect([scheme, pair]).toEqual(['Basic', 'plant%3Adeck:s%3Ae+c%26ret%25'])
})

test('without a client secret, the client is identified only in the form', async () => {
  const { config, received } = await startTokenServer()
  await requestTokens(config, { ...credentials, clientSecret: '' })
  expect(received[0]?.headers).not.toHaveProperty('authorization')
  expect(new URLSearchParams(received[0]?.body).get('client_id')).toBe('plant:deck')
})

test('a refresh is sent as a public client, without user, password or secret', async () => {
  const { config, received } = await startTokenServer()
  await requestTokens(config, credentials)
  await refreshTokens(config, credentials.clientId, 'refresh-1')
  expect(received[1]?.headers).not.toHaveProperty('authorization')
  expect(Object.fromEntries(new URLSearchParams(received[1]?.body))).toEqual({
    grant_type: 'refresh_token',
    refresh_token: 'refresh-1',
    client_id: 'plant:deck',
  })
})

test('revocation sends the token, and is skipped if the deployment has no endpoint', async () => {
  const { config, received } = await startTokenServer()
  const { revokeUrl: _, ...without } = config
  await revokeToken(without, 'plant:deck', 'refresh-1')
  expect(received).toHaveLength(0)
  await revokeToken(config, 'plant:deck', 'refresh-1')
  expect(received[0]?.url).toBe('/revoke')
  expect(new URLSearchParams(received[0]?.body).get('token')).toBe('refresh-1')
})

test('a refused revocation is an error', async () => {
  const server = await startServer((response) =>
    respondWith(response, 400, { error: 'invalid_grant' }),
  )
  const deployment = { tokenUrl: server.url, revokeUrl: server.url, clientId: 'x' }
  const failure = await failureOf(revokeToken(deployment, 'x', 'refresh-1'))
  expect(failure).toMatchObject({ status: 400, code: 'invalid_grant' })
})

test.each<[string, object, object]>([
  ['no lifetime', { expires_in: undefined }, { expiresInS: undefined }],
  ['no refresh token', {}, { refreshToken: undefined }],
  ['a refresh token of null', { refresh_token: null }, { refreshToken: undefined }],
  ['an empty refresh token', { refresh_token: '' }, { refreshToken: undefined }],
  ['a scope that is a list', { scope: ['plants'] }, { accessToken: 'opaque' }],
  ['a lower-case type', { token_type: 'bearer' }, { accessToken: 'opaque' }],
  ['a scope', { scope: 'plants' }, { accessToken: 'opaque' }],
  ['an unrequested ID token', { id_token: 'e30.e30.sig' }, { accessToken: 'opaque' }],
])('a response with %s is accepted', async (_what, over, expected) => {
  const read = await signIn((response) => respondWith(response, 200, { ...tokens, ...over }))
  expect(read).toMatchObject(expected)
})

test.each<[unknown, number | undefined]>([
  [600, 600],
  ['3599', 3599],
  [null, undefined],
  ['soon', undefined],
  ['NaN', undefined],
  ['', undefined],
  ['-5', undefined],
  ['1e3', undefined],
  [-1, undefined],
  [0, undefined],
  [0.5, undefined],
  [3599.9, undefined],
  [1e12, undefined],
  [1e308, undefined],
  ['9'.repeat(400), undefined],
  [true, undefined],
  [[600], undefined],
  [{ seconds: 600 }, undefined],
])('expires_in of %j never fails a sign-in and is read as %s', async (life, expected) => {
  const body = { ...tokens, expires_in: life }
  const read = await signIn((response) => respondWith(response, 200, body))
  expect(read).toEqual({ accessToken: 'opaque', refreshToken: undefined, expiresInS: expected })
})

test('an expires_in beyond any number is unknown', async () => {
  const body = '{"access_token":"opaque","token_type":"Bearer","expires_in":1e999}'
  const read = await signIn((response) => respondWith(response, 200, body))
  expect(read).toMatchObject({ accessToken: 'opaque', expiresInS: undefined })
})

test.each<[number, unknown, boolean]>([
  [400, { error: 'invalid_grant' }, true],
  [400, { error: 'invalid_grant', error_description: { cs: 'ne' } }, true],
  [401, { error: 'invalid_client' }, true],
  [403, { error: 'invalid_grant' }, true],
  [400, { error: 'interaction_required' }, true],
  [400, '<h1>Bad Request</h1>', false],
  [401, '<h1>Sign in to the network</h1>', false],
  [401, '', false],
  [400, 'invalid_grant', false],
  [400, {}, false],
  [400, { code: 'invalid_grant' }, false],
  [400, { error: null }, false],
  [400, { error: { code: 'invalid_grant' } }, false],
  [400, ['invalid_grant'], false],
  [400, { status: 400, error: 'Bad Request' }, false],
  [401, { error: 'Unauthorized' }, false],
  [400, { error: 'temporarily_unavailable' }, false],
  [404, { error: 'not_found' }, false],
  [408, { error: 'invalid_grant' }, false],
  [429, { error: 'invalid_grant' }, false],
  [502, { error: 'invalid_grant' }, false],
])('a %i with %j rejects the grant: %s', async (status, body, expected) => {
  const error = await failureOf(signIn((response) => respondWith(response, status, body)))
  expect(isGrantRefused(error)).toBe(expected)
})

test('neither a broken connection nor an unreadable 200 rejects the grant', () => {
  for (const error of [
    new TransportError('refresh', 'network'),
    new ContractError('refresh', 'not JSON'),
    new Error('invalid_grant'),
  ]) {
    expect(isGrantRefused(error)).toBe(false)
  }
})

test.each<[string, number, object, Record<string, string>]>([
  ['invalid_grant', 400, { error: 'invalid_grant', error_description: 'wrong' }, {}],
  ['invalid_client', 401, { error: 'invalid_client' }, {}],
  ['invalid_client', 401, { error: 'invalid_client' }, { 'www-authenticate': 'Basic realm="x"' }],
  ['temporarily_unavailable', 503, { error: 'temporarily_unavailable' }, {}],
])('%s with a %i keeps its code', async (code, status, body, headers) => {
  const error = await failureOf(signIn((response) => respondWith(response, status, body, headers)))
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ status, code, operation: 'signIn' })
})

test.each([
  ['7', 7_000],
  ['86400', 60_000],
  ['Sat, 21 Nov 2026 12:00:20 GMT', 20_000],
  ['soon', undefined],
])('a 429 with Retry-After %s gives the delay', async (header, ms) => {
  const error = await failureOf(
    signIn((response) =>
      respondWith(
        response,
        429,
        {},
        {
          date: 'Sat, 21 Nov 2026 12:00:00 GMT',
          'retry-after': header,
        },
      ),
    ),
  )
  expect(error).toMatchObject({ name: 'ApiError', status: 429 })
  const { retryAfterMs } = error as ApiError
  expect(retryAfterMs === undefined).toBe(ms === undefined)
  expect(Math.abs((retryAfterMs ?? 0) - (ms ?? 0))).toBeLessThan(2_000)
})

test.each<[string, number, unknown]>([
  ['HTML', 200, '<h1>Portal</h1>'],
  ['no token', 200, { token_type: 'Bearer' }],
  ['another type of token', 200, { ...tokens, token_type: 'MAC' }],
  ['a token that is not text', 200, { ...tokens, access_token: 5 }],
])('a 200 with %s is a contract error', async (_what, status, body) => {
  const error = await failureOf(signIn((response) => respondWith(response, status, body)))
  expect(error).toBeInstanceOf(ContractError)
})

test.each([404, 403, 500, 502])('a %i with HTML has a status and no code', async (status) => {
  const error = await failureOf(signIn((response) => respondWith(response, status, '<h1>no</h1>')))
  expect(error).toMatchObject({ name: 'ApiError', status, code: undefined })
})

test('a token endpoint that is down or truncates its response is a transport error', async () => {
  const nowhere = { tokenUrl: 'http://127.0.0.1:1/token', clientId: 'a' }
  expect(await failureOf(requestTokens(nowhere, credentials))).toBeInstanceOf(TransportError)
  const cut = signIn((response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
    response.write('{"access_token":"a"', () => response.socket?.destroy())
  })
  expect(await failureOf(cut)).toBeInstanceOf(TransportError)
})

test('a redirect does not send the password elsewhere', async () => {
  const target = await startServer((response) => respondWith(response, 200, tokens))
  const location = `${target.url}/token`
  for (const status of [302, 307]) {
    await failureOf(signIn((response) => respondWith(response, status, '', { location })))
  }
  expect(target.received).toHaveLength(0)
})
