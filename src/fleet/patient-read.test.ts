import { beforeEach, expect, test, vi } from 'vitest'
import { readPatiently } from './patient-read'
import { ApiError } from '@/api/errors'
import { type Answer, answerWith, failureOf, pointClientAt, startServer } from '@/api/test-server'

const query = { page: 1, limit: 100 }
const emptyPage = { data: [], meta: { total: 0, page: 1, limit: 100, totalPages: 0 } }
const never = new AbortController().signal

/** The tab's visibility as the page sees it. */
class Tab extends EventTarget {
  visibilityState: 'visible' | 'hidden' = 'visible'

  show(): void {
    this.visibilityState = 'visible'
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

let tab = new Tab()
beforeEach(() => {
  tab = new Tab()
  vi.stubGlobal('document', tab)
})

async function serve(answer: Answer) {
  const server = await startServer(answer)
  pointClientAt(server.url)
  return server
}

test('repeats a page that the server refused for the moment', async () => {
  const { received } = await serve((response, _request, nth) =>
    nth === 1
      ? answerWith(response, 503, {}, { 'retry-after': '0' })
      : answerWith(response, 200, emptyPage),
  )
  expect((await readPatiently(query, never)).rows).toBe(0)
  expect(received).toHaveLength(2)
})

test('gives up after the second repetition, and at once for a refusal', async () => {
  const failing = await serve((response) => answerWith(response, 503, {}, { 'retry-after': '0' }))
  expect(await failureOf(readPatiently(query, never))).toBeInstanceOf(ApiError)
  expect(failing.received).toHaveLength(3)
  const refusing = await serve((response) => answerWith(response, 403, { code: 'FORBIDDEN' }))
  expect(await failureOf(readPatiently(query, never))).toBeInstanceOf(ApiError)
  expect(refusing.received).toHaveLength(1)
})

test('sends nothing while the tab is hidden', async () => {
  const { received } = await serve((response) => answerWith(response, 200, emptyPage))
  tab.visibilityState = 'hidden'
  const reading = readPatiently(query, never)
  await Promise.resolve()
  expect(received).toHaveLength(0)
  tab.show()
  await reading
  expect(received).toHaveLength(1)
})

test('stops waiting when it is aborted', async () => {
  await serve((response) => answerWith(response, 200, emptyPage))
  tab.visibilityState = 'hidden'
  const controller = new AbortController()
  const reading = failureOf(readPatiently(query, controller.signal))
  controller.abort(new Error('Another user signed in'))
  expect(await reading).toMatchObject({ message: 'Another user signed in' })
})
