import { describe, expect, it } from 'vitest'
import { freshnessOf, obstacleAt } from './confirmation'
import { ApiError } from '@/api/errors'

const openedAtMs = 100_000
const fresh = { readAtMs: 101_000, openedAtMs, isFailing: false, isGone: false }
const atMs = 102_000

describe('freshnessOf', () => {
  it.each([
    ['fresh', {}, 111_000],
    ['old', {}, 111_001],
    ['awaited', { readAtMs: 99_999 }, atMs],
    ['awaited', { readAtMs: 0 }, atMs],
    ['awaited', { readAtMs: openedAtMs }, atMs],
    ['fresh', { readAtMs: openedAtMs + 1 }, atMs],
    ['failing', { isFailing: true }, atMs],
    ['failing', { isFailing: true, readAtMs: 0 }, atMs],
  ])('is %s for %j at %d', (expected, state, nowMs) => {
    expect(freshnessOf({ ...fresh, ...state }, nowMs)).toBe(expected)
  })
})

describe('obstacleAt', () => {
  const proof = { label: 'Serial number', name: 'serial number', text: 'S-1' }
  const slow = { error: new ApiError('x', 429, { retryAfterMs: 3_500 }), atMs: 100_000 }
  const situation = {
    standing: undefined,
    reading: fresh,
    attempt: undefined,
    proof: undefined,
    typed: '',
  }

  it('finds no obstacle after a recent reading', () => {
    expect(obstacleAt(situation, atMs)).toBeNull()
    expect(obstacleAt({ ...situation, proof, typed: ' S-1' }, atMs)).toBeNull()
    expect(obstacleAt({ ...situation, attempt: slow }, 103_500)).toBeNull()
  })

  it.each([
    ['It is revoked.', { standing: 'It is revoked.' }, atMs],
    [
      'The plant is no longer available here. It was moved or deleted.',
      { reading: { ...fresh, isGone: true, isFailing: true } },
      atMs,
    ],
    ['Loading the plant.', { reading: { ...fresh, readAtMs: 0 } }, atMs],
    ['Couldn’t load the plant.', { reading: { ...fresh, isFailing: true } }, atMs],
    ['The plant was read more than 10 s ago. Reload it', {}, 112_000],
    ['Try again in 2 s.', { attempt: slow }, atMs],
    ['Type the serial number first.', { proof, typed: 's-1' }, atMs],
  ])('reports the obstacle: %s', (words, more, nowMs) => {
    expect(obstacleAt({ ...situation, ...more }, nowMs)).toContain(words)
  })
})
