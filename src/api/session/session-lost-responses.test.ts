// Reloads and broken connections lose responses to refreshes; that must never end a session.
import { expect, test } from 'vitest'
import { Tab, openBrowser, passSeconds, requestsSettled } from './test-tabs'
import { type TokenServer, credentials, startTokenServer } from './test-token-server'
import { TransportError } from '@/api/errors'
import { failureOf, respondWith } from '@/api/test-server'

async function openSignedIn() {
  openBrowser()
  const server = await startTokenServer('tab')
  const tab = new Tab(server.config)
  await tab.run((session) => session.signIn(credentials))
  return { server, tab }
}

const tokenOf = (tab: Tab) => tab.run((session) => session.accessToken())

/** Lets the tabs and the server work for some turns of the event loop, which take longer on a slow machine. */
async function passTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
}

function loseResponses(server: TokenServer, count: number) {
  let left = count
  server.losesResponse = () => (left -= 1) >= 0
}

test('repeats a refresh whose response was lost, once', async () => {
  const { server, tab } = await openSignedIn()
  passSeconds(601)
  loseResponses(server, 1)
  expect(await tokenOf(tab)).toContain('.')
  expect(server.grants).toEqual(['password', 'refresh_token', 'refresh_token'])
  expect(server.revokedFamilies).toEqual([])
  passSeconds(601)
  expect(await tokenOf(tab)).toContain('.')
  expect(tab.phase).toBe('signed-in')
})

test('gives up after the second lost response, and the next request still has the session', async () => {
  const { server, tab } = await openSignedIn()
  passSeconds(601)
  loseResponses(server, 2)
  expect(await failureOf(tokenOf(tab))).toBeInstanceOf(TransportError)
  expect(server.grants).toHaveLength(3)
  expect(await tokenOf(tab)).toContain('.')
  expect(server.revokedFamilies).toEqual([])
})

test.each<[string, number, number, unknown, Record<string, string>]>([
  ['a proxy’s 502', 2, 502, '<h1>Bad Gateway</h1>', {}],
  ['HTML instead of tokens', 2, 200, '<h1>Portal</h1>', {}],
  ['a 503 with Retry-After', 1, 503, {}, { 'retry-after': '1' }],
  ['a 429', 1, 429, {}, {}],
  ['a proxy’s 400', 1, 400, '<h1>Bad Request</h1>', {}],
  ['invalid_grant', 1, 400, { error: 'invalid_grant' }, {}],
  ['invalid_client', 1, 401, { error: 'invalid_client' }, {}],
])('after %s, the number of refreshes is %i', async (_what, times, status, body, headers) => {
  const { server, tab } = await openSignedIn()
  passSeconds(601)
  server.instead = (response) => respondWith(response, status, body, headers)
  await failureOf(tokenOf(tab))
  expect(server.grants.slice(1)).toEqual(Array.from({ length: times }, () => 'refresh_token'))
})

test('does not repeat a refresh when the server may no longer accept the previous token', async () => {
  const { server, tab } = await openSignedIn()
  passSeconds(601)
  server.instead = (response) => {
    passSeconds(9)
    response.socket?.destroy()
  }
  expect(await failureOf(tokenOf(tab))).toBeInstanceOf(TransportError)
  expect(server.grants).toEqual(['password', 'refresh_token'])
})

test('three quick reloads with an expired token stay signed in', async () => {
  const { server, tab } = await openSignedIn()
  passSeconds(601)
  let current = tab
  for (let reloads = 0; reloads < 3; reloads += 1) {
    current = current.reload(server.config)
    void current.run((session) => session.restore()).catch(() => undefined)
    await passTurns(10)
  }
  current = current.reload(server.config)
  await current.run((session) => session.restore())
  expect(current.phase).toBe('signed-in')
  expect(server.revokedFamilies).toEqual([])
})

test('20 tabs with lost responses and quick reloads cause no sign-out and no revoked token family', async () => {
  const { server, tab } = await openSignedIn()
  let seed = 7
  /** Reproduces the same faults in each run. */
  const chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  const tabs = [tab, ...Array.from({ length: 19 }, () => new Tab(server.config))]
  await Promise.all(tabs.map((each) => each.run((session) => session.restore())))
  const phases = new Set<string>()
  const begin = (each: Tab) => {
    const note = () => (each.isClosed ? undefined : phases.add(each.phase))
    each.run((session) => session.subscribe(() => void note()))
    void each.run((session) => session.restore()).catch(() => undefined)
    void tokenOf(each).catch(() => undefined)
  }
  for (let round = 0; round < 4; round += 1) {
    passSeconds(601)
    // One response, never that of a repetition too; reloads lose more.
    loseResponses(server, 1)
    for (const each of tabs) begin(each)
    for (let reloads = 0; reloads < 4; reloads += 1) {
      await passTurns(1 + chance() * 40)
      for (const [index, each] of tabs.entries()) {
        if (chance() < 0.5) continue
        const reloaded = each.reload(server.config)
        tabs[index] = reloaded
        begin(reloaded)
      }
    }
    await Promise.all(tabs.map((each) => each.run((session) => session.restore())))
    await Promise.all(tabs.map((each) => tokenOf(each)))
    await requestsSettled()
  }
  passSeconds(601)
  expect(new Set(await Promise.all(tabs.map((each) => tokenOf(each)))).size).toBe(1)
  expect([...phases]).toEqual(['signed-in'])
  expect(server.revokedFamilies).toEqual([])
  expect(server.grants.filter((grant) => grant === 'password')).toHaveLength(1)
  expect(server.grants.length).toBeGreaterThan(10)
}, 60_000)
