import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { reloadWhenOutdated } from './stale-code'
import { holdPage } from '@/lib/held-page'
import { reportMissingCode } from '@/lib/missing-code'

const startPage = (version: string) => `<script type="module" src="/assets/main-${version}.js">`
const reload = vi.fn()
const kept = new Map<string, string>()
let respond: () => Promise<Response>
let queryClient: QueryClient

beforeEach(() => {
  reload.mockReset()
  kept.clear()
  respond = async () => new Response(startPage('new'))
  vi.stubGlobal('fetch', () => respond())
  vi.stubGlobal('location', { reload })
  vi.stubGlobal('document', { head: { innerHTML: startPage('old') } })
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  })
  queryClient = new QueryClient()
  reloadWhenOutdated(queryClient)
})

afterEach(() => {
  vi.unstubAllGlobals()
})

it('reloads once when the server has another version, however many parts are missing', async () => {
  expect(await Promise.all([reportMissingCode(), reportMissingCode()])).toEqual([true, true])
  expect(await reportMissingCode()).toBe(true)
  expect(reload).toHaveBeenCalledTimes(1)
})

it.each([
  ['does not respond', async () => Promise.reject(new TypeError('Failed to fetch'))],
  ['fails', async () => new Response(startPage('new'), { status: 503 })],
  ['has the same version', async () => new Response(startPage('old'))],
  ['responds with another page', async () => new Response('<script src="/login.js">')],
])('keeps the page when the server %s', async (_, given) => {
  respond = given
  expect(await reportMissingCode()).toBe(false)
  expect(reload).not.toHaveBeenCalled()
})

it('keeps a page with unsaved content, even if it appeared during the check', async () => {
  let release = () => {}
  respond = async () => {
    release = holdPage()
    return new Response(startPage('new'))
  }
  expect(await reportMissingCode()).toBe(true)
  expect(reload).not.toHaveBeenCalled()
  release()
})

it('keeps the page while a write is in progress', async () => {
  let end = () => {}
  const mutation = queryClient.getMutationCache().build(queryClient, {
    mutationFn: () => new Promise<void>((resolve) => (end = resolve)),
  })
  const sending = mutation.execute(undefined)
  expect(await reportMissingCode()).toBe(true)
  expect(reload).not.toHaveBeenCalled()
  end()
  await sending
})

it('reloads once for each of two alternating versions, then keeps the page', async () => {
  for (const [here, there] of ['old new', 'new old', 'old new', 'new old'].map((pair) =>
    pair.split(' '),
  )) {
    vi.stubGlobal('document', { head: { innerHTML: startPage(here ?? '') } })
    respond = async () => new Response(startPage(there ?? ''))
    await reportMissingCode()
  }
  expect(reload).toHaveBeenCalledTimes(2)
})

it("keeps the page when the browser can't remember the reload", async () => {
  vi.stubGlobal('sessionStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('blocked', 'SecurityError')
    },
  })
  expect(await reportMissingCode()).toBe(true)
  expect(reload).not.toHaveBeenCalled()
})
