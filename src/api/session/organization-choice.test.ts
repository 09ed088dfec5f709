// The organization of each tab, with a real token endpoint.
import { expect, test, vi } from 'vitest'
import { organizationIdOf } from './session-state'
import { Tab, openBrowser } from './test-tabs'
import { credentials, startTokenServer } from './test-token-server'

const shownBy = (tab: Tab) => organizationIdOf(tab.session.getState())
const choose = (tab: Tab, id: string) => tab.run((session) => session.switchOrganization(id))

async function openTab(tab: Tab): Promise<Tab> {
  await tab.run((session) => session.restore())
  return tab
}

async function openSignedIn() {
  const { localStorage } = openBrowser()
  const { config } = await startTokenServer('tab')
  const tab = await openTab(new Tab(config))
  const signIn = (username = credentials.username) =>
    tab.run((session) => session.signIn({ ...credentials, username }))
  await signIn()
  return { localStorage, config, tab, signIn }
}

test('a switch notifies all listeners, and renewing the session keeps it', async () => {
  const { tab } = await openSignedIn()
  const heard = vi.fn<() => void>()
  tab.session.subscribe(heard)
  expect(shownBy(tab)).toBeUndefined()
  choose(tab, 'o2')
  expect(heard).toHaveBeenCalledTimes(1)
  expect(shownBy(tab)).toBe('o2')
  const token = await tab.run((session) => session.accessToken())
  await tab.run((session) => session.renew(token))
  expect(shownBy(tab)).toBe('o2')
})

test('other tabs keep their organization, also over a reload; new tabs open with the last choice', async () => {
  const { config, tab } = await openSignedIn()
  const other = await openTab(new Tab(config))
  choose(tab, 'o2')
  const token = await other.run((session) => session.accessToken())
  await other.run((session) => session.renew(token))
  expect(shownBy(other)).toBeUndefined()
  other.run((session) => session.organization.keep())
  expect(shownBy(await openTab(other.reload(config)))).toBeUndefined()
  expect(shownBy(await openTab(new Tab(config)))).toBe('o2')
  expect(shownBy(await openTab(tab.reload(config)))).toBe('o2')
})

test('each user has a choice of their own, which outlives the session and does not name them', async () => {
  const { localStorage, tab, signIn } = await openSignedIn()
  choose(tab, 'o2')
  tab.run((session) => session.signOut())
  expect(tab.sessionStorage.items.size).toBe(0)
  await signIn('bob')
  expect(shownBy(tab)).toBeUndefined()
  tab.run((session) => session.signOut())
  await signIn()
  expect(shownBy(tab)).toBe('o2')
  expect(localStorage.written.join()).not.toMatch(/ada|bob/)
})

test('the deployment’s organization is the default, and a choice has precedence', async () => {
  openBrowser()
  const { config } = await startTokenServer('tab')
  const tab = await openTab(new Tab({ ...config, organizationId: 'o1' }))
  await tab.run((session) => session.signIn(credentials))
  expect(shownBy(tab)).toBe('o1')
  choose(tab, 'o2')
  expect(shownBy(tab)).toBe('o2')
})

test('a choice for one backend doesn’t count for another', async () => {
  const { config, tab } = await openSignedIn()
  choose(tab, 'o2')
  const elsewhere = await openTab(new Tab({ ...config, apiBaseUrl: 'https://other.example' }))
  expect(shownBy(elsewhere)).toBeUndefined()
})

test('a signed-out tab has no organization to switch', async () => {
  openBrowser()
  const { config } = await startTokenServer('tab')
  const tab = await openTab(new Tab(config))
  choose(tab, 'o2')
  expect(shownBy(tab)).toBeUndefined()
})
