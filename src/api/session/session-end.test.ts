// The reason for the end of a session is known in every tab.
import { expect, test, vi } from 'vitest'
import { Tab, openBrowser, passSeconds } from './test-tabs'
import { credentials, startTokenServer } from './test-token-server'
import { failureOf, respondWith } from '@/api/test-server'

async function openTabs(persistSession: 'none' | 'tab' = 'none') {
  openBrowser()
  const server = await startTokenServer(persistSession)
  const [tab, other] = [new Tab(server.config), new Tab(server.config)]
  await tab.run((session) => session.signIn(credentials))
  await other.run((session) => session.restore())
  return { server, tab, other }
}

const stateOf = (tab: Tab) => tab.session.getState()
const tokenOf = (tab: Tab) => tab.run((session) => session.accessToken())

test('signing out is reported in this tab, and as done elsewhere in other tabs', async () => {
  const { tab, other } = await openTabs()
  tab.run((session) => session.signOut())
  expect(stateOf(tab)).toEqual({ phase: 'signed-out', why: 'signed-out' })
  await vi.waitFor(() =>
    expect(stateOf(other)).toEqual({ phase: 'signed-out', why: 'signed-out-elsewhere' }),
  )
})

test.each<[string, number, object, string]>([
  ['invalid_grant', 400, { error: 'invalid_grant' }, 'refused'],
  ['invalid_client', 401, { error: 'invalid_client' }, 'client-refused'],
  ['unauthorized_client', 400, { error: 'unauthorized_client' }, 'client-refused'],
])('a session that ends with %s gives the reason in all tabs', async (_code, status, body, why) => {
  const { server, tab, other } = await openTabs()
  passSeconds(601)
  server.instead = (response) => respondWith(response, status, body)
  await failureOf(tokenOf(tab))
  expect(stateOf(tab)).toMatchObject({ phase: 'over', why })
  await vi.waitFor(() => expect(stateOf(other)).toMatchObject({ phase: 'over', why }))
  tab.run((session) => session.signOut())
  expect(stateOf(tab)).toEqual({ phase: 'signed-out', why: 'signed-out' })
})

test('a sign-out while a tab restores its session keeps its reason', async () => {
  const { server, tab, other } = await openTabs('tab')
  passSeconds(601)
  const reloaded = other.reload(server.config)
  const hasLearned = () => vi.waitFor(() => expect(stateOf(reloaded).phase).toBe('signed-out'))
  server.instead = (response) => {
    tab.run((session) => session.signOut())
    const late = { access_token: 'late', token_type: 'Bearer', refresh_token: 'late' }
    void hasLearned().then(() => respondWith(response, 200, late))
    server.instead = undefined
  }
  await reloaded.run((session) => session.restore())
  expect(stateOf(reloaded)).toEqual({ phase: 'signed-out', why: 'signed-out-elsewhere' })
  expect(reloaded.sessionStorage.items.size).toBe(0)
})

test('a reload that missed a sign-out reports that another tab ended the session', async () => {
  const { server, tab, other } = await openTabs('tab')
  other.close()
  tab.run((session) => session.signOut())
  const reloaded = other.reload(server.config)
  await reloaded.run((session) => session.restore())
  expect(stateOf(reloaded)).toEqual({ phase: 'signed-out', why: 'ended-elsewhere' })
  expect(reloaded.sessionStorage.items.size).toBe(0)
})

test("a tab that follows another user's sign-in knows that it happened in another tab", async () => {
  const { tab, other } = await openTabs('tab')
  passSeconds(1)
  await tab.run((session) => session.signIn({ ...credentials, username: 'bob' }))
  await vi.waitFor(() =>
    expect(stateOf(other)).toMatchObject({ person: { username: 'bob' }, isByAnotherTab: true }),
  )
  expect(stateOf(tab)).toMatchObject({ person: { username: 'bob' }, isByAnotherTab: false })
  for (const { sessionStorage } of [tab, other]) {
    expect([...sessionStorage.items.values()].join()).not.toContain('ada')
  }
})
