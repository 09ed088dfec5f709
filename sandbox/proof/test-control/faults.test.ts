import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ApiClient } from '#sandbox/proof/testing/api-client'
import { type TestPlatform, startTestPlatform } from '#sandbox/proof/testing/test-platform'
import { minuteMs } from '@/lib/instants'

const [list, statistics] = ['/plants', '/plants/certificate-stats']

let platform: TestPlatform
let client: ApiClient
let organizationId: string
let token: string

beforeAll(async () => {
  platform = await startTestPlatform()
  client = platform.client()
})
afterAll(() => platform.stop())
beforeEach(async () => {
  const organization = await client.organization()
  organizationId = organization.organizationId
  token = await client.signIn(organization.users.admin)
})

/** Delays the next request for a path; returns the fault's ID. */
async function delay(path: string, delayMs: number): Promise<string> {
  const body = { organizationId, path: `${path}$`, kind: 'delay', delayMs }
  return String((await client.send('POST', '/_test/faults', { body })).json.id)
}

function clearFaults(id?: string) {
  const query = new URLSearchParams({ organizationId, ...(id !== undefined && { id }) })
  return client.send('DELETE', `/_test/faults?${query.toString()}`)
}

/** Sends a request that a fault holds, and waits until it has arrived. */
async function sendHeld(path: string) {
  const response = client.api('GET', path, { token }).then(({ status }) => status)
  const log = `/_test/requests?organizationId=${organizationId}`
  await expect
    .poll(async () => (await client.send('GET', log)).text)
    .toContain(`"path":"/api/v1${path}","status":null`)
  return { response, state: () => Promise.race([response, Promise.resolve('pending')]) }
}

test('a delay postpones the response', async () => {
  await delay(list, 150)
  const start = performance.now()
  expect((await client.api('GET', list, { token })).status).toBe(200)
  expect(performance.now() - start).toBeGreaterThan(140)
})

test('clearing a fault lets the requests that it holds go on, and no others', async () => {
  const id = await delay(list, minuteMs)
  await delay(statistics, minuteMs)
  const [first, second] = [await sendHeld(list), await sendHeld(statistics)]
  await clearFaults(id)
  expect(await first.response).toBe(200)
  expect(await second.state()).toBe('pending')
  await clearFaults()
  expect(await second.response).toBe(200)
})
