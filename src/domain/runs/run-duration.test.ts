import { expect, it } from 'vitest'
import { durationText, runDuration } from './run-duration'
import { defaultRunSettings } from './run-settings'
import { minuteMs, secondMs } from '@/lib/instants'

const settings = { ...defaultRunSettings, canary: 1, waveSize: 25, perMinute: 60, bakeS: 30 }

it('counts the requests, the time for watching and an answer for each wave', () => {
  // One plant, then waves of 25 and 5: three waves.
  expect(runDuration(31, { ...settings, answerS: 60 })).toEqual({
    leastMs: 30 * secondMs + 30 * secondMs,
    mostMs: minuteMs + 3 * minuteMs,
  })
})

it('has one wave when the first plants are all', () => {
  const watched = { ...settings, canary: 3, bakeS: 0, answerS: 10 }
  expect(runDuration(1, watched)).toEqual({ leastMs: 0, mostMs: 10 * secondMs })
})

it.each([
  [1, 'About 30 s; up to 2 min if answers are slow.'],
  [31, 'About 60 s; up to 4 min if answers are slow.'],
  [10_000, 'About 3 h; up to 9.5 h if answers are slow.'],
])('describes the duration for %d plants', (plants, text) => {
  expect(durationText(plants, { ...settings, answerS: 60 })).toBe(text)
})

it('names one time when both are about the same', () => {
  const quick = { ...settings, bakeS: 3600, answerS: 5 }
  expect(durationText(1, quick)).toBe('About 60 min; up to 61 min if answers are slow.')
  expect(durationText(1, { ...quick, bakeS: 3590 })).toBe('About 60 min.')
})
