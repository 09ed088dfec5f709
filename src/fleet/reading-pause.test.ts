import { beforeEach, expect, it, vi } from 'vitest'
import {
  beginReadingPause,
  endReadingPause,
  noteReading,
  onReadingPause,
  readingPause,
} from './reading-pause'
import { forgetPerson } from '@/lib/person-change'

const error = new Error('Too many requests')

beforeEach(endReadingPause)

it('keeps the latest end of overlapping pauses, and leaves out short ones', () => {
  const changed = vi.fn<() => void>()
  const stop = onReadingPause(changed)
  beginReadingPause(error, 1_000, 2_999)
  expect(readingPause()).toBeUndefined()
  beginReadingPause(error, 1_000, 20_000)
  beginReadingPause(error, 2_000, 5_000)
  expect(readingPause()).toEqual({ error, untilMs: 21_000 })
  endReadingPause()
  endReadingPause()
  expect(readingPause()).toBeUndefined()
  expect(changed).toHaveBeenCalledTimes(3)
  stop()
})

it('is not ended by a page that was on its way', () => {
  beginReadingPause(error, 1_000, 20_000)
  noteReading(20_999)
  expect(readingPause()).toBeDefined()
  noteReading(21_000)
  expect(readingPause()).toBeUndefined()
})

it('is forgotten with the person', () => {
  beginReadingPause(error, 0, 20_000)
  forgetPerson()
  expect(readingPause()).toBeUndefined()
})
