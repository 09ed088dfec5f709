// One tab's session with a real token endpoint.
import { expect, test, vi } from 'vitest'
import { Tab, openBrowser, passSeconds } from './test-tabs'
import { credentials, startTokenServer } from './test-token-server'
import { ApiError, NotSentError, TransportError } from '@/api/errors'
import { failureOf, respondWith } from '@/api/test-server'

async function openSignedIn(persistSession: 'none' | 'tab' = 'none') {
  const browser = openBrowser()
  const server = await startTokenServer(persistSession)
  const tab = new Tab(server.config)
  await tab.run((session) => session.restore())
  await tab.run((session) => session.signIn(credentials))
  return { ...browser, server, tab }
}

test('without a session to restore, the first step is to sign in', async () => {
  openBrowser()
  const { config, grants } = await startTokenServer()
  const tab = new Tab(config)
  expect(tab.phase).toBe('restoring')
  await tab.run((session) => session.restore())
  expect(tab.phase).toBe('signed-out')
  const error = await failureOf(tab.run((session) => session.accessToken()))
  expect(error).toMatchObject({ name: 'NotSentError', reason: 'signed-out' })
  expect(grants).toEqual([])
})

test('signing in identifies the user and provides the token without another request', async () => {
  const { tab, server } = await openSignedIn()
  expect(tab.session.getState()).toEqual({
    phase: 'signed-in',
    person: {
      username: 'ada',
      name: 'Dr. ada',
      roles: ['operator'],
      ownOrganizationId: undefined,
      organizationName: undefined,
      organizationId: undefined,
    },
    isByAnotherTab: false,
  })
  const [first, second] = await tab.run((session) =>
    Promise.all([session.accessToken(), session.accessToken()]),
  )
  expect(first).toBe(second)
  expect(server.grants).toEqual(['password'])
})

test('an access token that is not a JWT works too; the name is the one entered', async () => {
  openBrowser()
  const server = await startTokenServer()
  server.isOpaque = true
  const tab = new Tab(server.config)
  await tab.run((session) => session.signIn(credentials))
  expect(tab.session.getState()).toMatchObject({ person: { username: 'ada', roles: undefined } })
  expect(await tab.run((session) => session.accessToken())).toBe('opaque-1')
})

test('a wrong password leaves the tab signed out and gives the reason', async () => {
  openBrowser()
  const { config } = await startTokenServer()
  const tab = new Tab(config)
  await tab.run((session) => session.restore())
  const wrong = { ...credentials, password: 'guess' }
  const error = await failureOf(tab.run((session) => session.signIn(wrong)))
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ code: 'invalid_grant' })
  expect(tab.phase).toBe('signed-out')
})

test('the token is renewed a minute before it expires, and not earlier', async () => {
  const { tab, server } = await openSignedIn()
  passSeconds(539)
  const early = await tab.run((session) => session.accessToken())
  expect(server.grants).toEqual(['password'])
  passSeconds(2)
  expect(await tab.run((session) => session.accessToken())).not.toBe(early)
  expect(server.grants).toEqual(['password', 'refresh_token'])
})

test('concurrent callers share one renewal, ahead of time and after a 401', async () => {
  const { tab, server } = await openSignedIn()
  const refused = await tab.run((session) => session.accessToken())
  const renewed = await tab.run((session) =>
    Promise.all(Array.from({ length: 20 }, () => session.renew(refused))),
  )
  expect(new Set(renewed).size).toBe(1)
  passSeconds(541)
  const tokens = await tab.run((session) =>
    Promise.all(Array.from({ length: 20 }, () => session.accessToken())),
  )
  expect(new Set(tokens).size).toBe(1)
  expect(server.grants).toEqual(['password', 'refresh_token', 'refresh_token'])
  expect(await tab.run((session) => session.renew(refused))).toBe(tokens[0])
  expect(server.grants).toHaveLength(3)
})

test('a rejected renewal ends the session, keeps the user and allows signing in again', async () => {
  const { tab, server } = await openSignedIn()
  server.revokeAll()
  passSeconds(541)
  expect(await failureOf(tab.run((session) => session.accessToken()))).toBeInstanceOf(NotSentError)
  expect(tab.session.getState()).toMatchObject({ phase: 'over', person: { username: 'ada' } })
  await failureOf(tab.run((session) => session.accessToken()))
  expect(server.grants).toHaveLength(2)
  await tab.run((session) => session.signIn(credentials))
  expect(tab.phase).toBe('signed-in')
  expect(await tab.run((session) => session.accessToken())).toContain('.')
})

test.each<[string, number, unknown]>([
  ['a 503', 503, {}],
  ['a 429', 429, {}],
  ['a 408', 408, {}],
  ['a proxy’s 404', 404, '<h1>nginx</h1>'],
  ['a proxy’s 403', 403, '<h1>captive portal</h1>'],
  ['a proxy’s 400', 400, '<h1>Bad Request</h1>'],
  ['a proxy’s 401', 401, '<h1>Sign in to the network</h1>'],
  ['a gateway’s 400', 400, { status: 400, error: 'Bad Request' }],
  ['HTML instead of tokens', 200, '<h1>portal</h1>'],
])('%s instead of a renewal does not end the session', async (_what, status, body) => {
  const { tab, server } = await openSignedIn()
  passSeconds(601)
  server.instead = (response) => respondWith(response, status, body)
  await failureOf(tab.run((session) => session.accessToken()))
  expect(tab.phase).toBe('signed-in')
  server.instead = undefined
  expect(await tab.run((session) => session.accessToken())).toContain('.')
})

test('a connection dropped during renewal does not end the session', async () => {
  const { tab, server } = await openSignedIn()
  passSeconds(601)
  server.instead = (response) => response.socket?.destroy()
  const error = await failureOf(tab.run((session) => session.accessToken()))
  expect(error).toBeInstanceOf(TransportError)
  expect(tab.phase).toBe('signed-in')
})

test('persistSession "none" writes nothing except the salt of aliases, and an id on sign-out', async () => {
  const { tab, server, localStorage } = await openSignedIn('none')
  passSeconds(601)
  await tab.run((session) => session.accessToken())
  expect(server.grants).toContain('refresh_token')
  expect(tab.sessionStorage.written).toEqual([])
  expect([...localStorage.items.keys()]).toEqual(['plantdeck.salt'])
  tab.run((session) => session.signOut())
  expect(tab.sessionStorage.written).toEqual([])
  expect(localStorage.written.join()).not.toMatch(/refresh-|\bada\b|eyJ/)
})

test('an early renewal that fails is harmless while the current token is valid', async () => {
  const { tab, server } = await openSignedIn()
  const held = await tab.run((session) => session.accessToken())
  server.instead = (response) => respondWith(response, 503, {})
  passSeconds(541)
  expect(await tab.run((session) => session.accessToken())).toBe(held)
  passSeconds(60)
  expect(await failureOf(tab.run((session) => session.accessToken()))).toBeInstanceOf(ApiError)
  expect(tab.phase).toBe('signed-in')
})

test('signing out notifies the server, and works immediately when the server is down', async () => {
  const { tab, server } = await openSignedIn()
  tab.run((session) => session.signOut())
  expect(tab.phase).toBe('signed-out')
  await vi.waitFor(() => expect(server.received.at(-1)?.url).toBe('/revoke'))
  expect(server.received.at(-1)?.body).toContain('refresh-1')
  await tab.run((session) => session.signIn(credentials))
  server.instead = (response) => response.socket?.destroy()
  tab.run((session) => session.signOut())
  expect(tab.phase).toBe('signed-out')
})

test('signing out during a renewal stays signed out', async () => {
  const { tab, server } = await openSignedIn()
  passSeconds(541)
  server.instead = (response) => {
    tab.run((session) => session.signOut())
    const late = { access_token: 'late', token_type: 'Bearer', refresh_token: 'late' }
    respondWith(response, 200, late)
  }
  const error = await failureOf(tab.run((session) => session.accessToken()))
  expect(error).toBeInstanceOf(NotSentError)
  expect(tab.phase).toBe('signed-out')
})

test('listeners receive every change until they unsubscribe', async () => {
  const { tab } = await openSignedIn()
  const phases: string[] = []
  const stop = tab.session.subscribe(() => phases.push(tab.phase))
  tab.run((session) => session.signOut())
  stop()
  await tab.run((session) => session.signIn(credentials))
  expect(phases).toEqual(['signed-out'])
})
