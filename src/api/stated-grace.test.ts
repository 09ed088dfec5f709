import { expect, it } from 'vitest'
import { rememberGrace, statedGraceMs } from './stated-grace'
import { minuteMs, secondMs } from '@/lib/instants'
import { forgetPerson } from '@/lib/person-change'
import { clockToleranceMs, serverNow } from '@/lib/server-clock'

const rotated = (id: string, agoMs = 0) => ({
  id,
  secretRotatedAt: new Date(serverNow() - agoMs).toISOString(),
})

it('is known for a rotation whose response stated it', () => {
  rememberGrace('a', 30)
  expect(statedGraceMs(rotated('a'))).toBe(30 * minuteMs)
  expect(statedGraceMs(rotated('other'))).toBeUndefined()
})

it('is unknown when the response did not state it', () => {
  rememberGrace('b', null)
  rememberGrace('c', undefined)
  expect(statedGraceMs(rotated('b'))).toBeUndefined()
  expect(statedGraceMs(rotated('c'))).toBeUndefined()
})

it('ignores a negative period', () => {
  rememberGrace('d', -5)
  expect(statedGraceMs(rotated('d'))).toBe(0)
})

it('is unknown for another rotation, and for an unreadable time of rotation', () => {
  rememberGrace('e', 30)
  expect(statedGraceMs(rotated('e', clockToleranceMs - 5 * secondMs))).toBe(30 * minuteMs)
  expect(statedGraceMs(rotated('e', clockToleranceMs + 5 * secondMs))).toBeUndefined()
  expect(statedGraceMs({ id: 'e', secretRotatedAt: 'yesterday' })).toBeUndefined()
  expect(statedGraceMs({ id: 'e', secretRotatedAt: null })).toBeUndefined()
})

it('is forgotten when another user signs in', () => {
  rememberGrace('f', 30)
  forgetPerson()
  expect(statedGraceMs(rotated('f'))).toBeUndefined()
})
