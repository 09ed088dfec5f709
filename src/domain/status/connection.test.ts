import { expect, test } from 'vitest'
import { connectionMeanings, contradictsLastSeen } from './connection'

const nowMs = Date.parse('2026-11-21T12:00:00Z')

test('only a connected plant is green', () => {
  const green = Object.entries(connectionMeanings).filter(([, { tone }]) => tone === 'ok')
  expect(green.map(([name]) => name)).toEqual(['ONLINE'])
})

test.each([
  ['ONLINE', '2026-11-19T11:59:59Z', true],
  ['ONLINE', '2026-11-19T12:00:00Z', false],
  ['ONLINE', null, false],
  ['OFFLINE', '2020-01-01T00:00:00Z', false],
])('%s and last seen %s: contradiction %s', (status, lastSeenAt, expected) => {
  expect(contradictsLastSeen({ status, lastSeenAt }, nowMs)).toBe(expected)
})
