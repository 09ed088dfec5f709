import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { importPart } from './import-part'
import { MissingCodeError } from './missing-code'

const script = () => new Response('', { headers: { 'content-type': 'text/javascript' } })
const fetchMock = vi.fn<(url: string) => Promise<Response>>()
const onPage: Record<string, object[]> = {}

beforeEach(() => {
  fetchMock.mockReset().mockImplementation(async () => script())
  vi.stubGlobal('fetch', fetchMock)
  vi.stubGlobal('document', {
    baseURI: 'https://x/plants/1',
    querySelectorAll: (selector: string) => onPage[selector] ?? [],
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Each test uses its own files, because loaded ones are remembered. */
let count = 0
const files = () => [`/assets/part-${(count += 1)}.js`, `/assets/dep-${count}.js`]

it('fetches a part and all its imports before importing it', async () => {
  const urls = files()
  const importIt = vi.fn(async () => {
    expect(fetchMock.mock.calls.map(([url]) => url)).toEqual(urls)
    return 'part'
  })
  expect(await importPart(importIt, urls)).toBe('part')
})

it.each([
  ['the network is down', async () => Promise.reject(new TypeError('Failed to fetch'))],
  ['the file is missing', async () => new Response('', { status: 404 })],
  [
    'the start page is returned instead',
    async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  ],
])('never imports when %s, so that a retry can succeed', async (_why, respond) => {
  const urls = files()
  const importIt = vi.fn(async () => 'part')
  fetchMock.mockImplementationOnce(async () => script()).mockImplementationOnce(respond)
  await expect(importPart(importIt, urls)).rejects.toBeInstanceOf(MissingCodeError)
  expect(importIt).not.toHaveBeenCalled()
  expect(await importPart(importIt, urls)).toBe('part')
  // Only the missing file is requested again.
  expect(fetchMock.mock.calls.map(([url]) => url)).toEqual([...urls, urls[1]])
})

it('requests no file twice, no file the start page already has, and no styles', async () => {
  const [part = '', dependency = ''] = files()
  onPage['script[src]'] = [{ src: `https://x${dependency}` }]
  const importIt = async () => 'part'
  await Promise.all([
    importPart(importIt, [part, dependency, '/assets/main.css']),
    importPart(importIt, [part]),
  ])
  expect(fetchMock.mock.calls.map(([url]) => url)).toEqual([part])
})

it('distinguishes a failed import from an error in the code', async () => {
  const lost = new TypeError('Importing a module script failed.')
  await expect(importPart(() => Promise.reject(lost), files())).rejects.toBeInstanceOf(
    MissingCodeError,
  )
  const mistake = new TypeError('x is undefined')
  await expect(importPart(() => Promise.reject(mistake), files())).rejects.toBe(mistake)
})
