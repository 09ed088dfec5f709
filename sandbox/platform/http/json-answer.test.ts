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
])('%s gives %s', (header, expected) => {
  expect(encodingFor(header)).toBe(expected)
})

const large = JSON.stringify({ text: 'ž'.repeat(3_000) })

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('a large answer travels as %s and arrives whole', async (encoding, decompress) => {
  const answer = await jsonAnswer(200, large, encoding)
  expect(answer.headers.get('content-encoding')).toBe(encoding)
  expect(answer.headers.get('vary')).toBe('Accept-Encoding')
  expect(decompress(await answer.arrayBuffer()).toString()).toBe(large)
})

test('a small answer travels as it is', async () => {
  const answer = await jsonAnswer(200, '{}', 'br')
  expect(answer.headers.get('content-encoding')).toBe(null)
  expect(await answer.text()).toBe('{}')
})
