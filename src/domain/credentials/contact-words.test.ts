import { expect, it } from 'vitest'
import { contactWords } from './contact-words'
import { contactPatienceMs, startWatch } from './first-contact'
import { minuteMs } from '@/lib/instants'

const startMs = Date.parse('2026-11-22T12:00:00Z')
const before = { lastSeenAt: null, authFailureCount: 3 }
const watch = startWatch(before, startMs)
const failedAt = '2026-11-22T12:01:00Z'
const refused = { ...before, authFailureCount: 5, lastAuthFailureAt: failedAt }
const waiting = { contactAtMs: undefined, elapsedMs: 2 * minuteMs }
const over = { ...waiting, elapsedMs: contactPatienceMs }

it('states the contact that was noted, whatever the latest record shows', () => {
  const words = contactWords(watch, refused, { ...over, contactAtMs: startMs })
  expect(words).toMatchObject({ tone: 'ok', title: 'Connected at', titleAtMs: startMs })
  expect(words.hasStart).toBe(false)
  expect(words.refusal).toBeUndefined()
})

it.each([[before], [undefined]])('waits, with the record %j', (plant) => {
  expect(contactWords(watch, plant, waiting)).toEqual({
    tone: 'info',
    title: 'The plant hasn’t used its new credentials yet',
    detail: 'Waiting for 2:00',
    hasStart: true,
  })
})

it('gives up once watching ends, and not sooner', () => {
  const words = contactWords(watch, before, over)
  expect(words).toMatchObject({ tone: 'warn', title: 'No contact yet', hasStart: false })
  expect(words.detail).toContain('Stopped waiting after 30 minutes.')
  const almost = { ...over, elapsedMs: contactPatienceMs - 1 }
  expect(contactWords(watch, before, almost).tone).toBe('info')
})

it('warns of refusals while it waits, and after it gave up', () => {
  const title = 'Refused 2 times since provisioning: does the plant use the new package?'
  const refusal = { at: failedAt, isUnreadable: false }
  expect(contactWords(watch, refused, waiting)).toEqual({
    tone: 'warn',
    title,
    refusal,
    detail: 'Waiting for 2:00',
    hasStart: true,
  })
  expect(contactWords(watch, refused, over)).toMatchObject({ tone: 'warn', title, refusal })
})

it('calls the time of the latest refusal unreadable where it is', () => {
  const unreadable = { ...refused, lastAuthFailureAt: null, unreadable: ['lastAuthFailureAt'] }
  expect(contactWords(watch, unreadable, waiting).refusal).toEqual({ at: null, isUnreadable: true })
})
