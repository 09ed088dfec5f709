import { expect, it } from 'vitest'
import { type WithUnreadable, isUnreadable, memberOf, unreadableMember } from './unreadable'

interface Row extends WithUnreadable {
  a?: string | null
  b?: string | null
}

it('distinguishes an unreadable member from a missing one', () => {
  const row: Row = { a: null, b: null, unreadable: ['a'] }
  expect(isUnreadable(row, 'a')).toBe(true)
  expect(isUnreadable(row, 'b')).toBe(false)
  expect(isUnreadable(row, 'b', 'a')).toBe(true)
  expect(isUnreadable<Row>({ a: null }, 'a')).toBe(false)
})

it('returns no fallback for an unreadable member', () => {
  const row: Row = { a: null, b: 'x', unreadable: ['a'] }
  expect(memberOf(row, 'a')).toBe(unreadableMember)
  expect(memberOf(row, 'b')).toBe('x')
})
