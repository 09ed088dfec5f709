// With persistSession "tab", a reload continues with the tokens the tab stored.
import { expect, onTestFinished, test, vi } from 'vitest'
import { type MemoryStorage, Tab, openBrowser, passSeconds, setWallClock } from './test-tabs'
import { type TokenServer, credentials, startTokenServer } from './test-token-server'
import { TransportError } from '@/api/errors'
import { failureOf, respondWith } from '@/api/test-server'

async function openSignedIn() {
  const browser = openBrowser()
  const server = await startTokenServer('tab')
  const tab = new Tab(server.config)
  await tab.run((session) => session.signIn(credentials))
  return { ...browser, server, tab }
}

async function reload(tab: Tab, { config }: TokenServer): Promise<Tab> {
  const reloaded = tab.reload(config)
  await reloaded.run((session) => session.restore())
  return reloaded
}

const tokenOf = (tab: Tab) => tab.run((session) => session.accessToken())
const keptBy = ({ items }: MemoryStorage) => [...items.values()].join()

test("stores both tokens and no other secret in the tab's storage", async () => {
  const { tab, localStorage } = await openSignedIn()
  expect(keptBy(tab.sessionStorage)).toContain(await tokenOf(tab))
  expect(keptBy(tab.sessionStorage)).toContain('refresh-1')
  passSeconds(601)
  const renewed = await tokenOf(tab)
  expect(keptBy(tab.sessionStorage)).toContain(renewed)
  expect(keptBy(tab.sessionStorage)).toContain('refresh-2')
  const written = tab.sessionStorage.written.join()
  for (const secret of [credentials.password, credentials.clientSecret]) {
    expect(written).not.toContain(secret)
  }
  tab.run((session) => session.signOut())
  expect(tab.sessionStorage.items.size).toBe(0)
  expect(localStorage.written.join()).not.toMatch(/refresh-|\bada\b|eyJ/)
})

test('a reload continues with the stored access token and sends no request', async () => {
  const { tab, server } = await openSignedIn()
  const token = await tokenOf(tab)
  passSeconds(300)
  const reloaded = await reload(tab, server)
  expect(reloaded.session.getState()).toMatchObject({
    phase: 'signed-in',
    person: { username: 'ada' },
  })
  expect(await tokenOf(reloaded)).toBe(token)
  expect(server.grants).toEqual(['password'])
})

test('a reload waits for no other tab', async () => {
  const { tab, server } = await openSignedIn()
  const frozen = new Tab(server.config)
  await frozen.run((session) => session.restore())
  frozen.isFrozen = true
  // Time stands still, so waiting for the frozen tab would never end.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  expect((await reload(tab, server)).phase).toBe('signed-in')
})

test('time that passed before the reload counts', async () => {
  const { tab, server } = await openSignedIn()
  const token = await tokenOf(tab)
  passSeconds(530)
  const once = await reload(tab, server)
  expect(await tokenOf(once)).toBe(token)
  passSeconds(11)
  const again = await reload(once, server)
  expect(await tokenOf(again)).not.toBe(token)
  expect(server.grants).toEqual(['password', 'refresh_token'])
})

test.each([-1, -3_600, 3_600])(
  'a reload renews the token first when the wall clock was moved by %d s',
  async (seconds) => {
    const { tab, server } = await openSignedIn()
    setWallClock(seconds)
    const reloaded = await reload(tab, server)
    expect(server.grants).toEqual(['password', 'refresh_token'])
    expect(reloaded.phase).toBe('signed-in')
    await tokenOf(await reload(reloaded, server))
    expect(server.grants).toHaveLength(2)
  },
)

test('a change of the wall clock without a reload has no effect', async () => {
  const { tab, server } = await openSignedIn()
  setWallClock(-86_400)
  await tokenOf(tab)
  setWallClock(2 * 86_400)
  await tokenOf(tab)
  expect(server.grants).toEqual(['password'])
})

test('a token of unknown lifetime is used until the server rejects it, across reloads', async () => {
  const { tab, server } = await openSignedIn()
  server.instead = (response) =>
    respondWith(response, 200, { access_token: 'endless', token_type: 'Bearer', expires_in: null })
  await tab.run((session) => session.signIn(credentials))
  server.instead = undefined
  passSeconds(86_400)
  const reloaded = await reload(tab, server)
  expect(await tokenOf(reloaded)).toBe('endless')
  expect(server.grants).toEqual(['password', 'password'])
  await failureOf(reloaded.run((session) => session.renew('endless')))
  expect(reloaded.session.getState()).toMatchObject({ phase: 'over', why: 'not-renewable' })
})

test('a reload after the token has expired continues the session with one renewal', async () => {
  const { tab, server } = await openSignedIn()
  passSeconds(601)
  const reloaded = tab.reload(server.config)
  await Promise.all([1, 2].map(() => reloaded.run((session) => session.restore())))
  expect(reloaded.session.getState()).toMatchObject({ person: { username: 'ada' } })
  expect(server.grants).toEqual(['password', 'refresh_token'])
})

test('a reload after expiry with the token endpoint down rejects, keeps the session and can be retried', async () => {
  const { tab, server } = await openSignedIn()
  passSeconds(601)
  server.instead = (response) => response.socket?.destroy()
  const reloaded = tab.reload(server.config)
  const error = await failureOf(reloaded.run((session) => session.restore()))
  expect(error).toBeInstanceOf(TransportError)
  expect(reloaded.phase).toBe('restoring')
  server.instead = undefined
  await reloaded.run((session) => session.restore())
  expect(reloaded.phase).toBe('signed-in')
})

test('a reload after the server ended the session asks to sign in and gives the reason', async () => {
  const { tab, server } = await openSignedIn()
  passSeconds(601)
  server.revokeAll()
  const reloaded = tab.reload(server.config)
  const phases: string[] = []
  reloaded.session.subscribe(() => phases.push(reloaded.phase))
  await reloaded.run((session) => session.restore())
  expect(reloaded.session.getState()).toEqual({ phase: 'signed-out', why: 'refused' })
  // Any other phase would make the page leave the requested address and discard what was stored.
  expect(phases).toEqual(['signed-out'])
  expect(tab.sessionStorage.items.size).toBe(0)
})

test('a reload that missed a renewal gets the newest token from another tab', async () => {
  const { tab, server } = await openSignedIn()
  const other = new Tab(server.config)
  await other.run((session) => session.restore())
  tab.close()
  passSeconds(541)
  const newest = await tokenOf(other)
  const reloaded = await reload(tab, server)
  await vi.waitFor(async () => expect(await tokenOf(reloaded)).toBe(newest))
  expect(server.grants).toEqual(['password', 'refresh_token'])
})

test("a reload that missed another user's sign-in does not restore the previous session", async () => {
  const { tab, server } = await openSignedIn()
  const other = new Tab(server.config)
  await other.run((session) => session.restore())
  tab.close()
  await other.run((session) => session.signIn({ ...credentials, username: 'bob' }))
  const reloaded = await reload(tab, server)
  expect(reloaded.session.getState()).toMatchObject({ person: { username: 'bob' } })
  expect(keptBy(tab.sessionStorage)).toContain('bob')
  expect(keptBy(tab.sessionStorage)).not.toContain('ada')
})

test.each(['{', 'null', '{"refreshToken":5}', '[]'])(
  'invalid stored data (%s) is not a session',
  async (text) => {
    openBrowser()
    const { config } = await startTokenServer('tab')
    const tab = new Tab(config)
    tab.sessionStorage.setItem('plantdeck.session', text)
    await tab.run((session) => session.restore())
    expect(tab.session.getState()).toEqual({ phase: 'signed-out', why: undefined })
  },
)
