// Signs in by redirect as a browser does: RFC 6749 section 4.1 with PKCE (RFC 7636).
import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addClient } from '#sandbox/proof/testing/add-client'
import type { ApiClient, TestOrganization } from '#sandbox/proof/testing/api-client'
import { clientSuite } from '#sandbox/proof/testing/client-suite'
import { platformForThisTest } from '#sandbox/proof/testing/test-platform'
import { minuteMs } from '@/lib/instants'

const suite = clientSuite()
const redirectUri = 'http://localhost:5173/sign-in'
const path = '/oauth2/v1/authorize'

function newRequest(changes: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url')
  const fields = {
    response_type: 'code',
    client_id: 'plantdeck',
    redirect_uri: redirectUri,
    state: 'xyz "<>&',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  }
  return { verifier, fields }
}

type Request = ReturnType<typeof newRequest>
type User = TestOrganization['users']['admin']

const show = (client: ApiClient, { fields }: Request) =>
  client.send('GET', `${path}?${new URLSearchParams(fields)}`)

const submit = (client: ApiClient, { fields }: Request, user: User) =>
  client.send('POST', path, {
    body: new URLSearchParams({ ...fields, ...user }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

async function codeFor(client: ApiClient, request: Request, user: User): Promise<string> {
  const { status, headers } = await submit(client, request, user)
  expect(status).toBe(303)
  const answer = new URL(headers.get('location') ?? '')
  expect(answer.origin + answer.pathname).toBe(redirectUri)
  expect(answer.searchParams.get('state')).toBe(request.fields.state)
  return answer.searchParams.get('code') ?? ''
}

const exchange = (client: ApiClient, code: string, verifier: string, more = {}) =>
  client.token({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...more,
  })

async function person() {
  const { client } = suite
  return { client, user: (await client.organization()).users.admin }
}

test('a code is exchanged for tokens, which read and renew', async () => {
  const { client, user } = await person()
  const request = newRequest()
  const shown = await show(client, request)
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('name="password"')
  expect(shown.text).not.toContain('xyz "<')
  const { json } = await exchange(client, await codeFor(client, request, user), request.verifier)
  const read = await client.api('GET', '/plants', { token: String(json.access_token) })
  expect(read.status).toBe(200)
  const renewal = { grant_type: 'refresh_token', refresh_token: String(json.refresh_token) }
  expect((await client.token(renewal)).status).toBe(200)
})

test('sends users only to the name that they used when any name is answered', async () => {
  const platform = await platformForThisTest({}, ['--host', '0.0.0.0'])
  const open = platform.client()
  const { hostname } = new URL(platform.url)
  const ask = async (address: string) =>
    (await show(open, newRequest({ redirect_uri: address }))).status
  expect(await ask('https://evil.example/sign-in')).toBe(400)
  expect(await ask(`http://${hostname}:5173/sign-in`)).toBe(200)
})

test('the page runs no script, is in no frame, and sends its form only here and to the client', async () => {
  const { headers } = await show(suite.client, newRequest())
  const policy = headers.get('content-security-policy')
  expect(policy).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'/)
  expect(policy).toContain("form-action 'self' http://localhost:5173; frame-ancestors 'none'")
  expect(headers.get('cache-control')).toBe('no-store')
})

test('a wrong password shows the page again, with the reason and the request', async () => {
  const { client, user } = await person()
  const request = newRequest()
  const again = await submit(client, request, { ...user, password: 'wrong' })
  expect(again.status).toBe(400)
  expect(again.text).toContain('The username or password is incorrect.')
  expect(again.text).toContain(`value="${request.fields.code_challenge}"`)
  expect(again.text).not.toContain('wrong')
})

test('wrong passwords count towards the limit of the token endpoint', async () => {
  const limits = { signIn: { failures: 2 } }
  const client = (await platformForThisTest({ limits }, ['--test-control'])).client()
  const user = (await client.organization()).users.admin
  const wrong = { ...user, password: 'wrong' }
  await submit(client, newRequest(), wrong)
  await client.token({ grant_type: 'password', ...wrong })
  const refused = await submit(client, newRequest(), user)
  expect(refused.status).toBe(429)
  expect(refused.text).toMatch(/Try again in \d+ s/)
})

describe('a code is refused', () => {
  const refused = { status: 400, json: { error: 'invalid_grant' } }

  test.each([
    ['without its verifier', { code_verifier: 'a'.repeat(43) }],
    ['at another address', { redirect_uri: 'http://localhost:9/sign-in' }],
  ])('%s, and is used up', async (_name, wrong) => {
    const { client, user } = await person()
    const request = newRequest()
    const code = await codeFor(client, request, user)
    expect(await exchange(client, code, request.verifier, wrong)).toMatchObject(refused)
    expect(await exchange(client, code, request.verifier)).toMatchObject(refused)
  })

  test('twice, which ends the session of the first exchange', async () => {
    const { client, user } = await person()
    const request = newRequest()
    const code = await codeFor(client, request, user)
    const { json } = await exchange(client, code, request.verifier)
    const read = () => client.api('GET', '/plants', { token: String(json.access_token) })
    expect((await read()).status).toBe(200)
    expect(await exchange(client, code, request.verifier)).toMatchObject(refused)
    expect((await read()).status).toBe(401)
  })

  test('of two exchanges at once, so that neither gives a session', async () => {
    const { client, user } = await person()
    const request = newRequest()
    const code = await codeFor(client, request, user)
    const both = [1, 2].map(() => exchange(client, code, request.verifier))
    for (const { status, json } of await Promise.all(both)) {
      if (status === 400) continue
      const read = await client.api('GET', '/plants', { token: String(json.access_token) })
      expect(read.status).toBe(401)
    }
  })

  test('of a user who was disabled meanwhile, without a trace of a sign-in', async () => {
    const { client } = suite
    const { users } = await client.organization()
    const token = await client.signIn(users.superadmin)
    const request = newRequest()
    const code = await codeFor(client, request, users.support)
    const { json } = await client.api('GET', '/users', { token })
    const accounts = json.data as { id: string; username: string }[]
    const id = accounts.find(({ username }) => username === users.support.username)?.id
    await client.api('PATCH', `/users/${id}`, { token, body: { state: 'DISABLED' } })
    expect(await exchange(client, code, request.verifier)).toMatchObject(refused)
    const after = await client.api('GET', `/users/${id}`, { token })
    expect(after.json.lastSignInAt).toBeNull()
  })

  test('after a minute', async () => {
    let nowMs = Date.now()
    const client = (
      await platformForThisTest({ now: () => new Date(nowMs) }, ['--test-control'])
    ).client()
    const user = (await client.organization()).users.admin
    const request = newRequest()
    const code = await codeFor(client, request, user)
    nowMs += minuteMs
    expect(await exchange(client, code, request.verifier)).toMatchObject(refused)
  })
})

describe('a request that is not answered with a redirect', () => {
  test.each([
    ['an unknown client', { client_id: 'unknown' }],
    ['another site', { redirect_uri: 'https://evil.example/sign-in' }],
    ['a look-alike', { redirect_uri: 'http://localhost.evil.example/sign-in' }],
    ['a user in the address', { redirect_uri: 'http://localhost@evil.example/sign-in' }],
    ['another page', { redirect_uri: 'http://localhost:5173/plants' }],
    ['a script', { redirect_uri: 'javascript:alert(1)//sign-in' }],
    ['the implicit grant', { response_type: 'token' }],
    ['no challenge', { code_challenge: '' }],
    ['a plain challenge', { code_challenge_method: 'plain' }],
  ])('%s', async (_name, wrong) => {
    const { client, user } = await person()
    for (const response of [
      await show(client, newRequest(wrong)),
      await submit(client, newRequest(wrong), user),
    ]) {
      expect(response.status).toBe(400)
      expect(response.headers.get('location')).toBeNull()
      expect(response.text).toContain('Sign-in is not possible')
    }
  })

  test('a client with a secret', async () => {
    const platform = await platformForThisTest()
    await addClient(platform.dataFolder, 'confidential', 'secret')
    const wrong = newRequest({ client_id: 'confidential' })
    expect((await show(platform.client(), wrong)).status).toBe(400)
  })
})
