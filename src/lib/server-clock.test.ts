import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as ServerClock from './server-clock'

const hourMs = 3_600_000
const startMs = Date.parse('2026-11-21T12:00:00.400Z')
let clock: typeof ServerClock

beforeEach(async () => {
  vi.useFakeTimers({ now: startMs, toFake: ['Date', 'performance'] })
  vi.resetModules()
  clock = await import('./server-clock')
})
afterEach(() => vi.useRealTimers())

/** Simulates a response from a server whose clock is ahead of the device's, after some network delay. */
function respond(serverAheadMs: number, tripMs = 40): void {
  const sentMs = Date.now()
  vi.advanceTimersByTime(tripMs)
  const madeMs = sentMs + tripMs / 2 + serverAheadMs
  clock.noteServerDate(new Date(madeMs).toUTCString(), sentMs, Date.now())
}

const errorMs = () => clock.serverNow() - Date.now()

describe('the server clock', () => {
  it('is the device clock until a difference is measured, and while the two agree', () => {
    expect(errorMs()).toBe(0)
    for (const aheadMs of [0, 300, -300, 900, -900]) {
      respond(aheadMs)
      expect(errorMs()).toBe(0)
    }
  })

  it.each([3 * hourMs, -3 * hourMs, 20 * 365 * 24 * hourMs, 90_000])(
    'follows a server that is %d ms ahead from its first response',
    (aheadMs) => {
      respond(aheadMs)
      expect(Math.abs(errorMs() - aheadMs)).toBeLessThan(1_600)
      expect(clock.deviceAheadMs()).toBe(-errorMs())
      expect(clock.toServerTime(1_000)).toBe(1_000 + errorMs())
    },
  )

  it('stays unchanged while responses agree, however slow they are', () => {
    const changes = vi.fn<() => void>()
    clock.subscribeToServerClock(changes)
    respond(hourMs)
    const known = errorMs()
    for (const tripMs of [20, 9_000, 500, 60_000]) respond(hourMs, tripMs)
    expect(errorMs()).toBe(known)
    expect(changes).toHaveBeenCalledTimes(1)
  })

  it('is corrected by fast responses after a slow one', () => {
    respond(hourMs, 20_000)
    respond(hourMs, 20_000)
    for (const _ of [1, 2]) respond(hourMs, 20)
    expect(Math.abs(errorMs() - hourMs)).toBeLessThan(2_600)
  })

  it('ignores a single response that disagrees, such as an old one', () => {
    respond(hourMs)
    const known = errorMs()
    respond(-50 * hourMs)
    expect(errorMs()).toBe(known)
    respond(hourMs)
    respond(-50 * hourMs)
    respond(9 * hourMs)
    expect(errorMs()).toBe(known)
  })

  it('accepts two consecutive responses that agree with each other', () => {
    respond(-50 * hourMs)
    respond(hourMs)
    respond(hourMs)
    expect(Math.abs(errorMs() - hourMs)).toBeLessThan(1_600)
  })

  it('accepts the next response after the device clock is changed', () => {
    respond(3 * hourMs)
    vi.setSystemTime(Date.now() + 3 * hourMs)
    respond(0)
    expect(Math.abs(errorMs())).toBeLessThan(1_600)
  })

  it.each([
    null,
    '',
    'yesterday',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'Fri, 31 Dec 9999 23:59:59 GMT',
  ])('ignores the header %j', (date) => {
    clock.noteServerDate(date, Date.now(), Date.now())
    expect(errorMs()).toBe(0)
  })
})
