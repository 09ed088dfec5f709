import { expect, test } from 'vitest'
import { connectionMeanings } from './connection'
import { meaningOf } from './meaning'

test('a known value has its meaning', () => {
  expect(meaningOf(connectionMeanings, 'ONLINE').label).toBe('Online')
})

test.each(['HIBERNATING', 'online', 'constructor', '__proto__'])(
  'the unknown value %s keeps its raw name and is neutral',
  (value) => {
    expect(meaningOf(connectionMeanings, value)).toMatchObject({ label: value, tone: 'neutral' })
  },
)

test('an empty value is reported as not given', () => {
  expect(meaningOf(connectionMeanings, '').label).toBe('Not given')
})
