import { describe, expect, it } from 'vitest'
import { contactPollMs, contactState, observe, refusedText, startWatch } from './first-contact'
import { minuteMs, secondMs } from '@/lib/instants'
import { noteServerDate } from '@/lib/server-clock'

const startMs = Date.parse('2026-11-22T12:00:00Z')
const at = (ms: number) => new Date(startMs + ms).toISOString()
const never = { lastSeenAt: null, authFailureCount: 0 }
const seen = { lastSeenAt: at(-minuteMs), authFailureCount: 3 }

describe('a plant that has never connected', () => {
  const watch = startWatch(never, startMs)

  it.each([null, undefined, '', '0001-01-01T00:00:00Z', 'soon'])(
    'is waited for while last seen is %j',
    (value) => {
      expect(contactState(watch, { ...never, lastSeenAt: value })).toEqual({ kind: 'waiting' })
    },
  )

  it('has connected as soon as it was seen, even if the two clocks differ', () => {
    const state = contactState(watch, { ...never, lastSeenAt: at(-minuteMs) })
    expect(state).toEqual({ kind: 'contact', atMs: startMs - minuteMs })
  })

  it('is rejected when its failures increase, but has connected once it is seen', () => {
    const refused = { ...never, authFailureCount: 2, lastAuthFailureAt: at(10) }
    expect(contactState(watch, refused)).toEqual({ kind: 'refused', times: 2, lastAt: at(10) })
    expect(contactState(watch, { ...refused, lastSeenAt: at(20) }).kind).toBe('contact')
  })
})

describe('a plant whose failure count is sometimes missing', () => {
  const counted = (authFailureCount: number | null) => ({ ...never, authFailureCount })

  it('is not rejected because of a count that was briefly missing', () => {
    let watch = startWatch(counted(5), startMs)
    watch = observe(watch, counted(null), startMs + secondMs)
    expect(contactState(watch, counted(null)).kind).toBe('waiting')
    expect(contactState(watch, counted(5)).kind).toBe('waiting')
    expect(contactState(watch, counted(6))).toMatchObject({ kind: 'refused', times: 1 })
  })

  it('is measured from the first count received', () => {
    const watch = startWatch(counted(null), startMs)
    expect(contactState(watch, counted(5)).kind).toBe('waiting')
    const known = observe(watch, counted(5), startMs + secondMs)
    expect(contactState(known, counted(7))).toMatchObject({ kind: 'refused', times: 2 })
  })
})

describe('a plant that has connected before', () => {
  const watch = startWatch(seen, startMs)

  it('has not connected when its previous session ends', () => {
    const cut = { ...seen, lastSeenAt: at(500) }
    expect(contactState(watch, cut)).toEqual({ kind: 'waiting' })
    let settled = observe(watch, cut, startMs + secondMs)
    settled = observe(settled, cut, startMs + 6 * secondMs)
    expect(settled.isSettled).toBe(true)
    expect(contactState(settled, cut)).toEqual({ kind: 'waiting' })
    expect(contactState(settled, { ...cut, lastSeenAt: at(7000) })).toEqual({
      kind: 'contact',
      atMs: startMs + 7000,
    })
  })

  it('counts its first reading as the end of the session, even if it comes late', () => {
    const cut = { ...seen, lastSeenAt: at(500) }
    const settled = observe(watch, cut, startMs + minuteMs)
    expect(contactState(settled, cut)).toEqual({ kind: 'waiting' })
  })

  it('is not affected by readings from before', () => {
    expect(observe(watch, { ...seen, lastSeenAt: at(0) }, startMs - 1)).toEqual(watch)
  })

  it('has not connected when the date goes back or is invalid', () => {
    const settled = observe(watch, seen, startMs + minuteMs)
    for (const lastSeenAt of [at(-2 * minuteMs), seen.lastSeenAt, null, 'soon']) {
      expect(contactState(settled, { ...seen, lastSeenAt }).kind).toBe('waiting')
    }
  })

  it('counts failures from their last value, or from where the platform restarted the count', () => {
    expect(contactState(watch, seen).kind).toBe('waiting')
    expect(contactState(watch, { ...seen, authFailureCount: 4 })).toMatchObject({ times: 1 })
    const restarted = observe(watch, { ...seen, authFailureCount: 0 }, startMs + 1000)
    expect(contactState(restarted, { ...seen, authFailureCount: 1 })).toMatchObject({ times: 1 })
    expect(contactState(restarted, { ...seen, authFailureCount: null }).kind).toBe('waiting')
  })
})

it('treats an unreadable previous date as an earlier contact', () => {
  const watch = startWatch({ lastSeenAt: 'soon' }, startMs)
  expect(contactState(watch, { lastSeenAt: at(100) }).kind).toBe('waiting')
  const settled = observe(watch, { lastSeenAt: at(100) }, startMs + minuteMs)
  expect(contactState(settled, { lastSeenAt: at(100) }).kind).toBe('waiting')
  expect(contactState(settled, { lastSeenAt: at(200) }).kind).toBe('contact')
})

it.each([
  [0, 2_000],
  [59_999, 2_000],
  [minuteMs, 5_000],
  [5 * minuteMs, 15_000],
  [30 * minuteMs - 1, 15_000],
  [30 * minuteMs, false],
])('after %d ms, reads again in %j', (elapsedMs, expected) => {
  expect(contactPollMs(elapsedMs)).toBe(expected)
})

it.each([
  [1, 'Refused once since provisioning: does the plant use the new package?'],
  [2, 'Refused 2 times since provisioning: does the plant use the new package?'],
  [1204, 'Refused 1,204 times since provisioning: does the plant use the new package?'],
])('says that a plant was refused %i times', (times, text) => {
  expect(refusedText(times)).toBe(text)
})

it('does not count a contact from before the credentials that the platform reports late', () => {
  // The server's clock is known, and that of the device agrees with it.
  noteServerDate(new Date().toUTCString(), Date.now(), Date.now())
  const settled = observe(startWatch(seen, startMs), seen, startMs + 10 * secondMs)
  expect(contactState(settled, { ...seen, lastSeenAt: at(-5 * secondMs) }).kind).toBe('waiting')
  expect(contactState(settled, { ...seen, lastSeenAt: at(0) }).kind).toBe('contact')
})
