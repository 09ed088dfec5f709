// A session ends when no tab was used for the time that the deployment allows.
import { expect, test, vi } from 'vitest'
import { IdleTimeout } from './idle-timeout'
import { Tab, openBrowser, passSeconds } from './test-tabs'
import { credentials, startTokenServer } from './test-token-server'
import { runtimeConfigSchema } from '@/api/config'
import { failureOf, respondWith } from '@/api/test-server'
import { isWipedSince, wipeCount } from '@/lib/person-databases'

const idleMinutes = 15
const addresses = { apiBaseUrl: '/api/v1', tokenUrl: '/token', clientId: 'plantdeck' }

async function openTabs(persistSession: 'none' | 'tab' = 'none') {
  const { localStorage } = openBrowser()
  const server = await startTokenServer(persistSession)
  const [tab, other] = [new Tab(server.config), new Tab(server.config)]
  const [idle, otherIdle] = [watch(tab), watch(other)]
  await tab.run((session) => session.signIn(credentials))
  await other.run((session) => session.restore())
  return { localStorage, server, tab, other, idle, otherIdle }
}

function watch(tab: Tab, minutes = idleMinutes): IdleTimeout {
  return tab.run((session) => new IdleTimeout(session, minutes))
}

const stateOf = (tab: Tab) => tab.session.getState()
const tokenOf = (tab: Tab) => tab.run((session) => session.accessToken())
const isIdle = { phase: 'signed-out', why: 'idle' }

test('signs out in every tab, with the reason, and revokes the tokens', async () => {
  const { localStorage, server, tab, other } = await openTabs()
  passSeconds(899)
  // Reads of the page, for which the session is renewed, are no use.
  await tokenOf(tab)
  passSeconds(2)
  expect(await failureOf(tokenOf(tab))).toMatchObject({ reason: 'signed-out' })
  expect(stateOf(tab)).toEqual(isIdle)
  await vi.waitFor(() => expect(stateOf(other)).toEqual(isIdle))
  await vi.waitFor(() => expect(server.received.some(({ url }) => url === '/revoke')).toBe(true))
  expect([...localStorage.items.keys()]).not.toContain('plantdeck.last-use')
})

test('notices the time by itself', async () => {
  const { tab } = await openTabs()
  passSeconds(901)
  await vi.waitFor(() => expect(stateOf(tab)).toEqual(isIdle), { timeout: 10_000 })
})

test('use of one tab keeps the others signed in', async () => {
  const { tab, other, idle } = await openTabs()
  passSeconds(800)
  tab.run(() => idle.stay())
  passSeconds(899)
  await tokenOf(other)
  expect(stateOf(other).phase).toBe('signed-in')
})

test('warns two minutes before, until any tab is used', async () => {
  const { tab, other, idle, otherIdle } = await openTabs()
  passSeconds(775)
  await tokenOf(tab)
  expect(idle.isWarning()).toBe(false)
  passSeconds(10)
  await tokenOf(tab)
  expect(idle.isWarning()).toBe(true)
  expect(idle.leftMs()).toBeGreaterThan(110_000)
  other.run(() => otherIdle.stay())
  await tokenOf(tab)
  expect(idle.isWarning()).toBe(false)
})

test.each([
  [60, 120_000],
  [3, 120_000],
  [1, 40_000],
  [0.1, 4_000],
])('of %d minutes, leaves %d ms for the warning', (minutes, warningMs) => {
  openBrowser()
  const tab = new Tab(runtimeConfigSchema.parse(addresses))
  expect(watch(tab, minutes).warningMs).toBeCloseTo(warningMs)
})

test('use after the time comes too late', async () => {
  const { tab, idle } = await openTabs()
  passSeconds(901)
  tab.run(() => idle.stay())
  expect(stateOf(tab)).toEqual(isIdle)
})

test('a reload after the time sends nothing but the revocation', async () => {
  const { server, tab, other } = await openTabs('tab')
  other.close()
  passSeconds(901)
  const reloaded = tab.reload(server.config)
  watch(reloaded)
  expect(stateOf(reloaded)).toEqual(isIdle)
  await reloaded.run((session) => session.restore())
  expect(stateOf(reloaded)).toEqual(isIdle)
  expect(reloaded.sessionStorage.items.size).toBe(0)
  expect(server.grants).toEqual(['password'])
  await vi.waitFor(() => expect(server.received.some(({ url }) => url === '/revoke')).toBe(true))
})

test('a reload after the time keeps what only this device has of a user who typed another name', async () => {
  const { server, tab, other } = await openTabs('tab')
  other.close()
  await tab.run((session) => session.signIn({ ...credentials, username: 'jana@firm.cz' }))
  passSeconds(901)
  const before = wipeCount()
  const idle = watch(tab.reload(server.config))
  expect(wipeCount()).toBe(before + 1)
  expect(isWipedSince(before, 'runs', 'jana')).toBe(false)
  expect(idle.lastUsername()).toBe('jana')
})

test('a reload within the time counts on from the last use', async () => {
  const { server, tab, other } = await openTabs('tab')
  other.close()
  passSeconds(500)
  const reloaded = tab.reload(server.config)
  const idle = watch(reloaded)
  await reloaded.run((session) => session.restore())
  expect(stateOf(reloaded).phase).toBe('signed-in')
  expect(idle.leftMs()).toBeLessThan(401_000)
})

test('a tab that finds no session keeps its silence, however old the last use is', async () => {
  const { server, localStorage } = await openTabs()
  localStorage.setItem('plantdeck.last-use', '1000')
  const fresh = new Tab(server.config)
  watch(fresh)
  expect(stateOf(fresh).phase).toBe('restoring')
})

test('signing in again starts a new time', async () => {
  const { tab } = await openTabs()
  passSeconds(901)
  await failureOf(tokenOf(tab))
  passSeconds(5_000)
  await tab.run((session) => session.signIn(credentials))
  await tokenOf(tab)
  expect(stateOf(tab).phase).toBe('signed-in')
})

test('a session that the server ended is cleared from the screen, too', async () => {
  const { server, tab, idle } = await openTabs()
  passSeconds(601)
  server.instead = (response) => respondWith(response, 400, { error: 'invalid_grant' })
  await failureOf(tokenOf(tab))
  expect(stateOf(tab).phase).toBe('over')
  passSeconds(301)
  tab.run(() => idle.stay())
  expect(stateOf(tab)).toEqual(isIdle)
})
