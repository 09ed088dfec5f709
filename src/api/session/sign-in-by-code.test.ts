import { beforeEach, expect, test, vi } from 'vitest'
import { beginSignIn, finishSignIn, isCallback, returnAddress } from './sign-in-by-code'
import { failureOf, respondWith, startServer } from '@/api/test-server'

const authorizeUrl = 'https://id.example/authorize?tenant=1'
const claims = (name: object) => Buffer.from(JSON.stringify(name)).toString('base64url')
const opaque = { access_token: 'opaque', token_type: 'Bearer', expires_in: 600 }
const idToken = `e30.${claims({ preferred_username: 'jana' })}.x`

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('location', { href: 'https://deck.example/plants' })
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})

async function deploy(tokens: object = { ...opaque, id_token: idToken }, status = 200) {
  const { url, received } = await startServer((response) => respondWith(response, status, tokens))
  return { received, deployment: { authorizeUrl, tokenUrl: `${url}/token`, clientId: 'deck' } }
}

async function begun(returnTo?: string) {
  const set = await deploy()
  const asked = new URL(await beginSignIn({ ...set.deployment, scope: 'openid' }, returnTo))
  return { ...set, asked, state: asked.searchParams.get('state') ?? '' }
}

test('asks for a code with a challenge, and keeps what the address already says', async () => {
  const { asked } = await begun()
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    tenant: '1',
    response_type: 'code',
    client_id: 'deck',
    redirect_uri: 'https://deck.example/sign-in',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
    code_challenge_method: 'S256',
    scope: 'openid',
  })
})

test('exchanges the code with the verifier, and returns where the user was', async () => {
  const { deployment, received, state } = await begun('/plants?page=2')
  expect(returnAddress()).toBe('/plants?page=2')
  const signedIn = await finishSignIn(deployment, `?code=abc&state=${state}&iss=https://other`)
  expect(signedIn).toMatchObject({ username: 'jana' })
  expect(signedIn.tokens).toMatchObject({ accessToken: 'opaque', expiresInS: 600 })
  expect(Object.fromEntries(new URLSearchParams(received[0]?.body))).toMatchObject({
    grant_type: 'authorization_code',
    code: 'abc',
    client_id: 'deck',
    redirect_uri: 'https://deck.example/sign-in',
    code_verifier: expect.stringMatching(/^[\w-]{43}$/) as string,
  })
})

test('takes an answer once, and none with another state or without an attempt', async () => {
  const { deployment, received, state } = await begun()
  const refused = { code: 'not_asked_for' }
  expect(await failureOf(finishSignIn(deployment, '?code=abc&state=other'))).toMatchObject(refused)
  // The attempt is over.
  const late = finishSignIn(deployment, `?code=abc&state=${state}`)
  expect(await failureOf(late)).toMatchObject(refused)
  expect(received).toEqual([])
})

test('gives the server’s error', async () => {
  const { deployment, state } = await begun()
  const answer = `?error=access_denied&error_description=Not+today&state=${state}`
  expect(await failureOf(finishSignIn(deployment, answer))).toMatchObject({
    code: 'access_denied',
    message: 'Not today',
  })
})

test.each([
  ['the access token', { ...opaque, access_token: `e30.${claims({ sub: 'u-1' })}.x` }, 'u-1'],
  ['the ID token', { ...opaque, id_token: `e30.${claims({ email: 'a@b' })}.x` }, 'a@b'],
])('reads the user from %s', async (_name, tokens, username) => {
  const { deployment } = await deploy(tokens)
  const state = new URL(await beginSignIn(deployment, undefined)).searchParams.get('state')
  const signedIn = await finishSignIn(deployment, `?code=abc&state=${state}`)
  expect(signedIn.username).toBe(username)
})

test('refuses tokens that don’t say whose they are', async () => {
  const { deployment } = await deploy(opaque)
  const state = new URL(await beginSignIn(deployment, undefined)).searchParams.get('state')
  const failure = await failureOf(finishSignIn(deployment, `?code=abc&state=${state}`))
  expect(failure).toMatchObject({ name: 'ContractError' })
})

test('does not begin when the browser keeps nothing', async () => {
  const { deployment } = await deploy()
  vi.stubGlobal('sessionStorage', undefined)
  expect(await failureOf(beginSignIn(deployment, undefined))).toMatchObject({
    code: 'nothing_kept',
  })
})

test.each([
  ['?code=a&state=b', true],
  ['?error=a&state=b', true],
  ['?redirect=%2Fplants', false],
  ['?code=a', false],
])('%s is an answer: %s', (search, expected) => {
  expect(isCallback(search)).toBe(expected)
})
