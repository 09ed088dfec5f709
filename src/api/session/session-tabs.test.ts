// One session for all tabs, with a token endpoint that ends a session when a refresh token is reused.
import { expect, test, vi } from 'vitest'
import { Tab, openBrowser, passSeconds } from './test-tabs'
import { type TokenServer, credentials, startTokenServer } from './test-token-server'
import { NotSentError } from '@/api/errors'
import { failureOf, respondWith } from '@/api/test-server'

async function openTabs(count: number, persistSession: 'none' | 'tab' = 'none') {
  const browser = openBrowser()
  const server = await startTokenServer(persistSession)
  const tabs = Array.from({ length: count }, () => new Tab(server.config))
  const [first = new Tab(server.config), ...others] = tabs
  await first.run((session) => session.signIn(credentials))
  await Promise.all(others.map((tab) => tab.run((session) => session.restore())))
  return { ...browser, server, tabs, first, others }
}

function tokensOf(tabs: Tab[]) {
  return Promise.all(tabs.map((tab) => tab.run((session) => session.accessToken())))
}

function phasesOf(tabs: Tab[]) {
  return [...new Set(tabs.map(({ phase }) => phase))]
}

function countRefreshes({ grants }: TokenServer) {
  return grants.filter((grant) => grant === 'refresh_token').length
}

test("a new tab takes over another tab's session without a request", async () => {
  const { server, tabs } = await openTabs(3)
  expect(phasesOf(tabs)).toEqual(['signed-in'])
  expect(new Set(await tokensOf(tabs)).size).toBe(1)
  expect(server.grants).toEqual(['password'])
})

test('ten tabs that need a refresh at once send one, and all get the new token', async () => {
  const { server, tabs } = await openTabs(10)
  const [old] = await tokensOf(tabs)
  passSeconds(541)
  const renewed = await tokensOf(tabs)
  expect(countRefreshes(server)).toBe(1)
  expect(new Set(renewed).size).toBe(1)
  expect(renewed).not.toContain(old)
  passSeconds(541)
  await tokensOf(tabs)
  expect(countRefreshes(server)).toBe(2)
  expect(phasesOf(tabs)).toEqual(['signed-in'])
})

test('ten tabs rejected at once with 401 send one refresh', async () => {
  const { server, tabs } = await openTabs(10)
  const [refused = ''] = await tokensOf(tabs)
  const renewed = await Promise.all(tabs.map((tab) => tab.run((session) => session.renew(refused))))
  expect(new Set(renewed).size).toBe(1)
  expect(countRefreshes(server)).toBe(1)
})

test('ten tabs reloaded at once restore the session together', async () => {
  const { server, tabs } = await openTabs(10, 'tab')
  passSeconds(601)
  const reloaded = tabs.map((tab) => tab.reload(server.config))
  await Promise.all(reloaded.map((tab) => tab.run((session) => session.restore())))
  expect(phasesOf(reloaded)).toEqual(['signed-in'])
  expect(countRefreshes(server)).toBe(1)
  expect(new Set(await tokensOf(reloaded)).size).toBe(1)
})

test('tabs of different ages reloaded at once use the newest refresh token that any of them stored', async () => {
  const { server, first, others } = await openTabs(3, 'tab')
  for (const other of others) other.close()
  passSeconds(601)
  await tokensOf([first])
  passSeconds(601)
  const reloaded = [...others, first].map((tab) => tab.reload(server.config))
  await Promise.all(reloaded.map((tab) => tab.run((session) => session.restore())))
  expect(phasesOf(reloaded)).toEqual(['signed-in'])
  expect(server.revokedFamilies).toEqual([])
  expect(countRefreshes(server)).toBe(2)
})

test('a frozen tab delays others only briefly, and needs no refresh of its own when it thaws', async () => {
  const { server, first, others } = await openTabs(3)
  first.isFrozen = true
  passSeconds(541)
  const [token] = await tokensOf(others)
  first.thaw()
  expect(await tokensOf([first])).toEqual([token])
  expect(countRefreshes(server)).toBe(1)
})

test('a rejected refresh ends the session in all tabs, and one sign-in restores all', async () => {
  const { server, tabs, first } = await openTabs(4)
  server.revokeAll()
  passSeconds(541)
  expect(await failureOf(tokensOf([first]))).toBeInstanceOf(NotSentError)
  await vi.waitFor(() => expect(phasesOf(tabs)).toEqual(['over']))
  expect(countRefreshes(server)).toBe(1)
  await first.run((session) => session.signIn(credentials))
  await vi.waitFor(() => expect(phasesOf(tabs)).toEqual(['signed-in']))
  expect(new Set(await tokensOf(tabs)).size).toBe(1)
})

test('an outage during a refresh ends the session in no tab', async () => {
  const { server, tabs } = await openTabs(3)
  server.instead = (response) => respondWith(response, 503, {})
  passSeconds(601)
  await failureOf(tokensOf(tabs))
  expect(phasesOf(tabs)).toEqual(['signed-in'])
})

test.each(['up', 'down'])(
  'signing out with the server %s ends the session in every tab',
  async (state) => {
    const { server, tabs, others, first } = await openTabs(4, 'tab')
    if (state === 'down') server.instead = (response) => response.socket?.destroy()
    first.run((session) => session.signOut())
    await vi.waitFor(() => expect(phasesOf(tabs)).toEqual(['signed-out']))
    expect(await failureOf(tokensOf(others))).toBeInstanceOf(NotSentError)
    expect(tabs.flatMap(({ sessionStorage }) => [...sessionStorage.items])).toEqual([])
  },
)

test('a frozen tab cannot restore a session that was signed out meanwhile', async () => {
  const { server, first, others } = await openTabs(3)
  const [frozen = first] = others
  frozen.isFrozen = true
  first.run((session) => session.signOut())
  // The tab answers questions and announces its grant before it receives the message that ended it.
  const waiting = frozen.waiting.splice(0)
  const late = frozen.run((session) => session.accessToken())
  await late
  await Promise.resolve()
  const fresh = new Tab(server.config)
  frozen.isFrozen = false
  await fresh.run((session) => session.restore())
  expect(fresh.phase).toBe('signed-out')
  expect(first.phase).toBe('signed-out')
  frozen.waiting.push(...waiting)
  frozen.thaw()
  await vi.waitFor(() => expect(frozen.phase).toBe('signed-out'))
})

test('a frozen tab cannot restore it even after another session has started and ended', async () => {
  const { server, first, others } = await openTabs(2)
  const [frozen = first] = others
  frozen.isFrozen = true
  first.run((session) => session.signOut())
  await first.run((session) => session.signIn(credentials))
  first.run((session) => session.signOut())
  await vi.waitFor(() => expect(frozen.waiting.length).toBeGreaterThanOrEqual(3))
  frozen.waiting.splice(0)
  frozen.thaw()
  const fresh = new Tab(server.config)
  await fresh.run((session) => session.restore())
  expect(fresh.phase).toBe('signed-out')
})

test('a reload after another tab signed out does not restore the session', async () => {
  const { server, first, others } = await openTabs(2, 'tab')
  const [frozen = first] = others
  frozen.isFrozen = true
  server.instead = (response) => response.socket?.destroy()
  first.run((session) => session.signOut())
  frozen.close()
  server.instead = undefined
  const reloaded = new Tab(server.config, frozen.sessionStorage)
  await reloaded.run((session) => session.restore())
  expect(reloaded.phase).toBe('signed-out')
  expect(countRefreshes(server)).toBe(0)
})

test('every tab follows when another user signs in later', async () => {
  const { tabs, first } = await openTabs(3)
  passSeconds(1)
  await first.run((session) => session.signIn({ ...credentials, username: 'bob' }))
  await vi.waitFor(() => {
    const people = tabs.map(({ session }) => session.getState())
    for (const state of people) expect(state).toMatchObject({ person: { username: 'bob' } })
  })
  expect(new Set(await tokensOf(tabs)).size).toBe(1)
})

test('no tab ever writes a token to localStorage', async () => {
  const { tabs, first, localStorage } = await openTabs(3, 'tab')
  passSeconds(541)
  await tokensOf(tabs)
  first.run((session) => session.signOut())
  await vi.waitFor(() => expect(phasesOf(tabs)).toEqual(['signed-out']))
  expect(localStorage.written.join()).not.toMatch(/refresh-|eyJ|\bada\b/)
})

test("requests started by one user are never continued with another user's token", async () => {
  const { first, others } = await openTabs(2)
  const held = await first.run((session) => session.accessToken())
  for (const other of others) {
    other.run((session) => session.signOut())
    await other.run((session) => session.signIn({ ...credentials, username: 'grace' }))
  }
  await vi.waitFor(() =>
    expect(first.session.getState()).toMatchObject({ person: { username: 'grace' } }),
  )
  expect(await failureOf(first.run((session) => session.renew(held)))).toBeInstanceOf(NotSentError)
  expect(await first.run((session) => session.accessToken())).not.toBe(held)
})

test("requests of a session that ended are never continued with the next session's token", async () => {
  const { first } = await openTabs(1)
  const held = await first.run((session) => session.accessToken())
  first.run((session) => session.signOut())
  await first.run((session) => session.signIn({ ...credentials, username: 'grace' }))
  expect(await failureOf(first.run((session) => session.renew(held)))).toBeInstanceOf(NotSentError)
})
