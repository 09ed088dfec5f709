import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import {
  forgetDoubtfulRotation,
  isRotationDoubtful,
  rememberDoubtfulRotation,
} from './doubtful-rotations'
import { rotateSecret } from './provisioning'
import { plantKeys } from './query-keys'
import { mutate } from './test-operations'
import { pointClientAt, startServer } from './test-server'
import { forgetPerson } from '@/lib/person-change'
import { clockToleranceMs, serverNow } from '@/lib/server-clock'

const rotated = (id: string, agoMs = 0) => ({
  id,
  secretRotatedAt: new Date(serverNow() - agoMs).toISOString(),
})

it('is known for the rotation that ended with the doubt, until one is executed once', () => {
  rememberDoubtfulRotation('a')
  expect(isRotationDoubtful(rotated('a'))).toBe(true)
  expect(isRotationDoubtful(rotated('other'))).toBe(false)
  forgetDoubtfulRotation('a')
  expect(isRotationDoubtful(rotated('a'))).toBe(false)
})

it('isn’t claimed of an earlier rotation or an unreadable time', () => {
  rememberDoubtfulRotation('b')
  expect(isRotationDoubtful(rotated('b', clockToleranceMs + 1_000))).toBe(false)
  expect(isRotationDoubtful({ id: 'b', secretRotatedAt: 'soon' })).toBe(false)
  expect(isRotationDoubtful({ id: 'b', secretRotatedAt: null })).toBe(false)
})

it('isn’t claimed of the rotation before a refused one, unless that one was doubtful', () => {
  const before = rotated('d', 60_000)
  rememberDoubtfulRotation('d', before)
  expect(isRotationDoubtful(before)).toBe(false)
  const unclear = rotated('d')
  expect(isRotationDoubtful(unclear)).toBe(true)
  rememberDoubtfulRotation('d', unclear)
  expect(isRotationDoubtful(unclear)).toBe(true)
})

it('is forgotten when another user signs in', () => {
  rememberDoubtfulRotation('c')
  forgetPerson()
  expect(isRotationDoubtful(rotated('c'))).toBe(false)
})

it('isn’t claimed of the rotation on record when a request is refused', async () => {
  const { url } = await startServer((response) => response.writeHead(400).end('{}'))
  pointClientAt(url)
  const client = new QueryClient()
  const before = rotated('e', 60_000)
  client.setQueryData(plantKeys.detail('e'), before)
  await expect(mutate(client, rotateSecret, 'e')).rejects.toThrow()
  expect(isRotationDoubtful(before)).toBe(false)
  expect(isRotationDoubtful(rotated('e'))).toBe(true)
})
