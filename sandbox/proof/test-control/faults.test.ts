import { expect, test } from 'vitest'
import { clientSuite } from '#sandbox/proof/testing/client-suite'
import { minuteMs } from '@/lib/instants'

const [list, statistics] = ['/plants', '/plants/certificate-stats']

const suite = clientSuite()

/** Delays the next request for a path; returns the fault's ID. */
async function delay(path: string, delayMs: number): Promise<string> {
  const body = {
    organizationId: suite.organization.organizationId,
    path: `${path}$`,
    kind: 'delay',
    delayMs,
  }
  return String((await suite.client.send('POST', '/_test/faults', { body })).json.id)
}

function clearFaults(id?: string) {
  const query = new URLSearchParams({
    organizationId: suite.organization.organizationId,
    ...(id !== undefined && { id }),
  })
  return suite.client.send('DELETE', `/_test/faults?${query.toString()}`)
}

/** Sends a request that a fault holds, and waits until it has arrived. */
async function sendHeld(path: string) {
  const response = suite.api('GET', path).then(({ status }) => status)
  const log = `/_test/requests?organizationId=${suite.organization.organizationId}`
  await expect
    .poll(async () => (await suite.client.send('GET', log)).text)
    .toContain(`"path":"/api/v1${path}","status":null`)
  return { response, state: () => Promise.race([response, Promise.resolve('pending')]) }
}

test('a delay postpones the response', async () => {
  await delay(list, 150)
  const start = performance.now()
  expect((await suite.api('GET', list)).status).toBe(200)
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
