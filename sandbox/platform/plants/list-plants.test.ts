import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiClient, bodyOf } from '#sandbox/proof/testing/api-client'
import { type TestPlatform, startTestPlatform } from '#sandbox/proof/testing/test-platform'

interface Row {
  id: string
  createdAt: string
  authMethod: string
}

const total = 137
let platform: TestPlatform
let client: ApiClient
let token: string

beforeAll(async () => {
  platform = await startTestPlatform()
  client = platform.client()
  const { users } = await client.organization({ plants: total })
  token = await client.signIn(users.admin)
})
afterAll(() => platform.stop())

async function page(query: string): Promise<{ data: Row[]; meta: Record<string, number> }> {
  const response = await client.api('GET', `/plants?${query}`, { token })
  return bodyOf(response) as { data: Row[]; meta: Record<string, number> }
}

async function walk(limit: number, filter = ''): Promise<Row[]> {
  const rows: Row[] = []
  for (let n = 1; ; n += 1) {
    const { data } = await page(`page=${n}&limit=${limit}${filter}`)
    if (data.length === 0) return rows
    rows.push(...data)
  }
}

test.each([100, 37, 10])('shows every plant once in pages of %i, newest first', async (limit) => {
  const rows = await walk(limit)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(total)
  const times = rows.map(({ createdAt }) => createdAt)
  expect(times).toEqual(times.toSorted().toReversed())
  expect(rows.map(({ id }) => id)).toEqual((await walk(100)).map(({ id }) => id))
})

test('keeps the order and counts only matching plants with a filter', async () => {
  const all = await walk(100)
  for (const authMethod of ['MTLS', 'TOKEN', 'PASSWORD']) {
    const expected = all.filter((row) => row.authMethod === authMethod)
    expect(await walk(7, `&authMethod=${authMethod}`)).toEqual(expected)
    const { meta } = await page(`limit=7&authMethod=${authMethod}`)
    const totalPages = Math.ceil(expected.length / 7)
    expect(meta).toEqual({ page: 1, limit: 7, total: expected.length, totalPages })
  }
})

test('updates the totals on create, change of method and delete', async () => {
  const { users } = await client.organization()
  token = await client.signIn(users.admin)
  const totals = async () => [
    (await page('')).meta.total,
    (await page('authMethod=MTLS')).meta.total,
    (await page('authMethod=TOKEN')).meta.total,
  ]
  expect(await totals()).toEqual([0, 0, 0])
  const body = { name: 'One', serialNumber: '1', type: 'SENSOR' }
  const { json } = await client.api('POST', '/plants', { token, body })
  expect(await totals()).toEqual([1, 1, 0])
  await client.api('PATCH', `/plants/${json.id}`, { token, body: { authMethod: 'TOKEN' } })
  expect(await totals()).toEqual([1, 0, 1])
  await client.api('DELETE', `/plants/${json.id}`, { token })
  expect(await totals()).toEqual([0, 0, 0])
})

test('returns the same pages in any order, repeatedly', async () => {
  const numbers = Array.from({ length: Math.ceil(total / 10) }, (_, at) => at + 1)
  const expected = (await walk(100)).map(({ id }) => id)
  for (const order of [numbers, numbers.toReversed(), [7, 3, 12, 8, 1, 14, 7, 6, 13]]) {
    for (const n of order) {
      const ids = (await page(`page=${n}&limit=10`)).data.map(({ id }) => id)
      expect(ids).toEqual(expected.slice((n - 1) * 10, n * 10))
    }
  }
})

test('returns current pages after plants were created, deleted, changed and moved', async () => {
  const ids = Array.from({ length: 9 }, (): string => crypto.randomUUID())
  const rows = ids.map((id, at) => ({ id, createdAt: `2026-01-0${9 - at}T00:00:00.000Z` }))
  const organization = await client.organization({ rows })
  const admin = await client.signIn(organization.users.admin)
  const second = async (query = '') => {
    const { json } = await client.api('GET', `/plants?page=2&limit=3${query}`, { token: admin })
    return (json.data as Row[]).map(({ id }) => ids.indexOf(id))
  }
  const change = (at: number, body: unknown) => {
    const path = `/_test/organizations/${organization.organizationId}/plants/${ids[at]}`
    return client.send('PATCH', path, { body })
  }
  expect(await second()).toEqual([3, 4, 5])
  const body = { name: 'New', serialNumber: 'NEW', type: 'SENSOR' }
  await client.api('POST', '/plants', { token: admin, body })
  expect(await second()).toEqual([2, 3, 4])
  await client.api('DELETE', `/plants/${ids[0]}`, { token: admin })
  expect(await second()).toEqual([3, 4, 5])
  await change(8, { createdAt: '2026-01-10T00:00:00.000Z' })
  expect(await second()).toEqual([2, 3, 4])
  expect(await second('&authMethod=MTLS')).toEqual([2, 3, 4])
  await change(1, { authMethod: 'TOKEN' })
  expect(await second('&authMethod=MTLS')).toEqual([3, 4, 5])
  expect(await second()).toEqual([2, 3, 4])
})
