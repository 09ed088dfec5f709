import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodingFor, jsonResponse, textOf } from './json-response'

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
])('compresses a large response with %s', async (encoding, decompress) => {
  const response = await jsonResponse(200, large, encoding)
  expect(response.headers.get('content-encoding')).toBe(encoding)
  expect(response.headers.get('vary')).toBe('Accept-Encoding')
  expect(decompress(await response.arrayBuffer()).toString()).toBe(large)
})

test('sends a small response uncompressed', async () => {
  const response = await jsonResponse(200, '{}', 'br')
  expect(response.headers.get('content-encoding')).toBe(null)
  expect(await response.text()).toBe('{}')
})

test('sends encoded JSON as it is', async () => {
  const response = await jsonResponse(200, new TextEncoder().encode(large), 'gzip')
  expect(gunzipSync(await response.arrayBuffer()).toString()).toBe(large)
  expect(textOf(new TextEncoder().encode(large))).toBe(large)
})
