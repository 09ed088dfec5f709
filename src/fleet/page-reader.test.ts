import { expect, test } from 'vitest'
import { readEncodedPage } from './page-reader'
import { ApiError, ContractError } from '@/api/errors'
import { type Respond, failureOf, pointClientAt, respondWith, startServer } from '@/api/test-server'

const never = new AbortController().signal

async function serve(respond: Respond) {
  const server = await startServer(respond)
  pointClientAt(server.url)
  return server
}

test('reads pages without a worker where none can be started', async () => {
  const { received } = await serve((response) =>
    respondWith(response, 200, { data: [{ id: 'a' }], meta: { total: 101 } }),
  )
  expect((await readEncodedPage(2, never)).columns.rows).toBe(1)
  expect(received[0]?.url).toContain('page=2&limit=100')
})

test('rejects with the same errors as the client', async () => {
  await serve((response, _request, nth) =>
    nth === 1 ? respondWith(response, 200, { data: 1 }) : respondWith(response, 403, {}),
  )
  expect(await failureOf(readEncodedPage(1, never))).toBeInstanceOf(ContractError)
  expect(await failureOf(readEncodedPage(1, never))).toBeInstanceOf(ApiError)
})

test('discards a page that arrives after another user has signed in', async () => {
  const controller = new AbortController()
  await serve((response) => {
    controller.abort(new Error('Another user signed in'))
    respondWith(response, 200, { data: [] })
  })
  expect(await failureOf(readEncodedPage(1, controller.signal))).toMatchObject({
    message: 'Another user signed in',
  })
})
