import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askForNotice, dropNotice, isNoticeAsked, tellEnd } from './run-notice'
import { after, answered, startedRun, unwell } from '@/domain/runs/test-runs'

type Shown = [title: string, options: { body: string; tag: string }]
const shown = vi.fn<(...given: Shown) => void>()
const ended = after(startedRun(3), 0, ...answered(0, 0), { kind: 'stop' })

/** A browser whose user answers the question for the permission. */
function browser(answer: NotificationPermission, show: (...given: Shown) => void = shown) {
  // Called with `new`, which an arrow function can't be.
  function FakeNotification(...given: Shown) {
    show(...given)
  }
  FakeNotification.requestPermission = () => Promise.resolve(answer)
  vi.stubGlobal('Notification', FakeNotification)
}

beforeEach(() => {
  shown.mockClear()
  dropNotice()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('tells the end once, when it was asked for, and names no plant', async () => {
  browser('granted')
  tellEnd(ended)
  expect(shown).not.toHaveBeenCalled()
  expect(await askForNotice()).toBe(true)
  expect(isNoticeAsked()).toBe(true)
  tellEnd(ended)
  tellEnd(ended)
  expect(shown).toHaveBeenCalledExactlyOnceWith('GET_INFO to 3 plants: Stopped', {
    body: 'Sent to 1 of 3 plants, 1 answered. OK: 1.',
    tag: 'run-1',
  })
  expect(isNoticeAsked()).toBe(false)
})

it('says that a problem was found, and not on which plant', async () => {
  browser('granted')
  await askForNotice()
  tellEnd(after(startedRun(1, { bakeS: 0 }), 0, ...answered(0, 0), unwell(0)))
  expect(shown).toHaveBeenCalledExactlyOnceWith('GET_INFO to 1 plant: Finished', {
    body: 'Sent to 1 of 1 plant, 1 answered. OK: 1. Problems found after watching the first plant.',
    tag: 'run-1',
  })
})

it('tells nothing once the wish was dropped', async () => {
  browser('granted')
  await askForNotice()
  dropNotice()
  tellEnd(ended)
  expect(shown).not.toHaveBeenCalled()
})

it.each(['denied', 'default'] as const)('isn’t asked for after the answer %s', async (answer) => {
  browser(answer)
  expect(await askForNotice()).toBe(false)
  expect(isNoticeAsked()).toBe(false)
})

it('isn’t asked for in a browser without notifications', async () => {
  vi.stubGlobal('Notification', undefined)
  Reflect.deleteProperty(globalThis, 'Notification')
  expect(await askForNotice()).toBe(false)
})

it('lets the run end where only a service worker may notify', async () => {
  browser('granted', () => {
    throw new TypeError('Illegal constructor')
  })
  await askForNotice()
  expect(() => tellEnd(ended)).not.toThrow()
})
