import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodingFor, jsonAnswer } from './json-answer'

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0', null],
  ['identity', null],
  ['', null],
  [undefined, null],
])('chooses %s → %s', (header, expected) => {
  expect(encodingFor(header)).toBe(expected)
})

const large = JSON.stringify({ text: 'ž'.repeat(3_000) })

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('compresses a large answer with %s', async (encoding, decompress) => {
  const answer = await jsonAnswer(200, large, encoding)
  expect(answer.headers.get('content-encoding')).toBe(encoding)
  expect(answer.headers.get('vary')).toBe('Accept-Encoding')
  expect(decompress(await answer.arrayBuffer()).toString()).toBe(large)
})

test('sends a small answer uncompressed', async () => {
  const answer = await jsonAnswer(200, '{}', 'br')
  expect(answer.headers.get('content-encoding')).toBe(null)
  expect(await answer.text()).toBe('{}')
})
