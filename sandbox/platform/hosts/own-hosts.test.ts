import { expect, test } from 'vitest'
import { isLoopback } from './host-names'
import { anyHost, loopbackAnd } from './own-hosts'

test.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['localhost', true],
  ['LOCALHOST', true],
  ['::1', true],
  ['[::1]', true],
  ['0:0:0:0:0:0:0:1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.0.0.1', false],
  ['127.0.0.1.example.com', false],
  ['localhost.example.com', false],
])('classifies %s as loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})

const hosts = loopbackAnd(['Plants.Test', 'fd00::1'])

test.each([
  ['localhost:4400', true],
  ['127.0.0.1:4400', true],
  ['[::1]:4400', true],
  ['plants.test', true],
  ['PLANTS.test:80', true],
  ['[fd00:0::1]:4400', true],
  ['other.test', false],
  ['plants.test.other.test', false],
  ['localhost@other.test', false],
  ['other.test#localhost', false],
  ['', false],
  [':4400', false],
])('answers as %j: %s', (host, expected) => {
  expect(hosts.isOwn(host)).toBe(expected)
})

test.each([
  ['http://localhost:5173', true],
  ['https://plants.test', true],
  ['http://[::1]:4400', true],
  ['https://other.test', false],
  ['http://localhost@other.test', false],
  ['file://localhost', false],
  ['null', false],
  ['', false],
])('trusts pages of %j: %s', (origin, expected) => {
  expect(hosts.isOwnOrigin(origin)).toBe(expected)
})

test('responds under any name elsewhere', () => {
  const any = anyHost(['deck.test'])
  expect([any.isOwn('x.test'), any.isOwnOrigin('https://x.test')]).toEqual([true, true])
})

test.each([
  ['http://x.test:5173', 'x.test', true],
  ['https://deck.test', 'x.test', true],
  ['https://evil.test', 'x.test', false],
  ['https://x.test.evil.test', 'x.test', false],
])('sends users to %s from %s: %s', (origin, host, expected) => {
  expect(anyHost(['deck.test']).isRedirectTarget(origin, host)).toBe(expected)
})
