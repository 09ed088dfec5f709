import { afterEach, expect, it, vi } from 'vitest'
import { readDeployedVersion, reloadIfReachable, versionOf } from './deployed-version'

const startPage = `<!doctype html><head>
  <script type="module" crossorigin src="/plantdeck/assets/main-BgTc132n.js"></script>`
const reload = vi.fn()

function stubFetch(respond: () => Promise<Response>): ReturnType<typeof vi.fn> {
  const fetchMock = vi.fn(respond)
  vi.stubGlobal('fetch', fetchMock)
  vi.stubGlobal('location', { reload })
  return fetchMock
}

afterEach(() => {
  vi.unstubAllGlobals()
  reload.mockReset()
})

it('reads the version from the entry that the start page loads, under any path', () => {
  expect(versionOf(startPage)).toBe('main-BgTc132n.js')
  expect(versionOf('<script type="module" src="/src/main.tsx"></script>')).toBeUndefined()
  expect(versionOf('<script src="/portal/login-1234.js"></script>')).toBeUndefined()
})

it('asks the server itself, not a cache', async () => {
  const fetchMock = stubFetch(async () => new Response(startPage))
  expect(await readDeployedVersion()).toBe('main-BgTc132n.js')
  expect(fetchMock).toHaveBeenCalledWith('/', expect.objectContaining({ cache: 'no-store' }))
  await reloadIfReachable()
  expect(reload).toHaveBeenCalledTimes(1)
})

it.each([
  ['is down', async () => Promise.reject(new TypeError('Failed to fetch'))],
  ['fails', async () => new Response(startPage, { status: 502 })],
])(
  'finds no version when the server %s, and does not reload into its error',
  async (_, respond) => {
    stubFetch(respond)
    expect(await readDeployedVersion()).toBeUndefined()
    await reloadIfReachable()
    expect(reload).not.toHaveBeenCalled()
  },
)
