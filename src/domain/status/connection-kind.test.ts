import { expect, it } from 'vitest'
import { connectionKind, isConnected } from './connection-kind'

it.each([
  ['ONLINE', 'connected'],
  ['DEGRADED', 'connected'],
  ['OFFLINE', 'away'],
  ['UNKNOWN', 'unsure'],
  ['ASLEEP', 'unsure'],
  ['constructor', 'unsure'],
  ['', 'unsure'],
])('treats %s as %s', (status, kind) => {
  expect(connectionKind(status)).toBe(kind)
  expect(isConnected(status)).toBe(kind === 'connected')
})
