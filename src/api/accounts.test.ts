import { expect, it, test } from 'vitest'
import { accountQueries, createAccount, generateApiCredentials, updateAccount } from './accounts'
import { ApiError, ContractError, NotSentError } from './errors'
import { createQueryClient } from './query-client'
import { mutate } from './test-operations'
import { type Respond, failureOf, pointClientAt, respondWith, startServer } from './test-server'

const account = (at: number) => ({
  id: `u${at}`,
  username: `user-${at}`,
  role: 'admin',
  state: 'ACTIVE',
})

async function serve(respond: Respond) {
  const server = await startServer(respond)
  pointClientAt(server.url)
  return server.received
}

const readAll = () => createQueryClient().query({ ...accountQueries.every(), retry: false })

/** Serves `total` accounts and one unreadable row in pages; the last row of a page appears again on the next one. */
const paged =
  (total: number): Respond =>
  (response, { url }) => {
    const page = Number(new URL(url, 'http://x').searchParams.get('page'))
    const first = (page - 1) * 100
    const rows = Array.from({ length: Math.min(100, total - first) }, (_, at) =>
      account(first + at),
    )
    respondWith(response, 200, {
      data: page === 1 ? [...rows, null] : [account(first - 1), ...rows],
      meta: { page, limit: 100, total: total + 1, totalPages: Math.ceil(total / 100) },
    })
  }

it('reads every page of accounts, each account once, and counts unreadable rows', async () => {
  const received = await serve(paged(250))
  const read = await readAll()
  expect(read).toMatchObject({ total: 251, hasMore: false, unreadableRows: 1 })
  expect(new Set(read.accounts.map(({ id }) => id)).size).toBe(250)
  expect(received.map(({ url }) => url)).toEqual(
    [1, 2, 3].map((page) => `/users?page=${page}&limit=100`),
  )
})

it('stops after 2,000 accounts, and says that there are more', async () => {
  const received = await serve(paged(5_000))
  const read = await readAll()
  expect([read.accounts.length, read.hasMore, received.length]).toEqual([2_000, true, 20])
})

it('ends with a page without rows, whatever its meta says', async () => {
  const received = await serve((response) =>
    respondWith(response, 200, { data: [], meta: { total: 300, totalPages: 3 } }),
  )
  expect(await readAll()).toMatchObject({ accounts: [], hasMore: false })
  expect(received).toHaveLength(1)
})

it('keeps an account with an unreadable field, and names the field', async () => {
  const odd = { ...account(1), role: 7, lastSignInAt: {}, apiCredentials: 'x' }
  await serve((response) => respondWith(response, 200, { data: [odd] }))
  const [read] = (await readAll()).accounts
  expect(read).toMatchObject({ id: 'u1', role: '', lastSignInAt: null, apiCredentials: null })
  expect(read?.unreadable?.toSorted()).toEqual(['apiCredentials', 'lastSignInAt', 'role'])
})

it('reads the audit log of a user, in pages', async () => {
  const entry = { id: 'e1', username: 'ada', action: 'signIn', at: '2026-11-22T10:00:00Z' }
  const received = await serve((response) => respondWith(response, 200, { data: [entry, 1] }))
  const options = accountQueries.audit({ page: 2, limit: 50, userId: 'u1' })
  const page = await createQueryClient().query({ ...options, retry: false })
  expect(page).toMatchObject({ data: [entry], unreadableRows: 1 })
  expect(received[0]?.url).toBe('/audit?page=2&limit=50&userId=u1')
  const about = accountQueries.audit({ page: 1, limit: 50, subjectId: 'u1' })
  await createQueryClient().query({ ...about, retry: false })
  expect(received[1]?.url).toBe('/audit?page=1&limit=50&subjectId=u1')
})

test.each<[string, string, () => Promise<unknown>]>([
  [
    'createAccount',
    'POST /users {"username":"ada","password":"long enough…","role":"admin"}',
    () =>
      mutate(createQueryClient(), createAccount, {
        username: 'ada',
        password: 'long enough…',
        role: 'admin',
      }),
  ],
  [
    'updateAccount',
    'PATCH /users/u%201 {"state":"DISABLED"}',
    () =>
      mutate(createQueryClient(), updateAccount, {
        userId: 'u 1',
        change: { state: 'DISABLED' },
      }),
  ],
])('%s sends %s', async (_operation, wire, run) => {
  const received = await serve((response) => respondWith(response, 200, account(1)))
  await run()
  const [request] = received
  expect(`${request?.method} ${request?.url} ${request?.body}`).toBe(wire)
})

it('never sends the generation of credentials twice, not even after a 401', async () => {
  const refused = { code: 'UNAUTHORIZED', message: 'Expired.' }
  const received = await serve((response) => respondWith(response, 401, refused))
  const failure = await failureOf(mutate(createQueryClient(), generateApiCredentials, 'u1'))
  expect(failure).toBeInstanceOf(ApiError)
  expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /users/u1/api-credentials',
  ])
})

it('takes credentials that lack a piece for unreadable', async () => {
  await serve((response) =>
    respondWith(response, 200, { clientUsername: 'ada', clientPassword: 'p', clientId: 'i' }),
  )
  const failure = await failureOf(mutate(createQueryClient(), generateApiCredentials, 'u1'))
  expect(failure).toBeInstanceOf(ContractError)
})

it('sends nothing for an ID that would change the path', async () => {
  const received = await serve((response) => respondWith(response, 200, {}))
  const failure = await failureOf(mutate(createQueryClient(), generateApiCredentials, '..'))
  expect(failure).toBeInstanceOf(NotSentError)
  expect(received).toEqual([])
})
