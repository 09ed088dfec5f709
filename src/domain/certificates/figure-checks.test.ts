import { expect, it } from 'vitest'
import { checkOf, figureLabels, figures } from './figure-checks'
import { noCertificates } from './stats-check'
import type { Completeness } from '@/domain/fleet/completeness'

const reading: Completeness = { kind: 'incomplete', gap: 'reading' }
const evidence = (isReading: boolean, completeness: Completeness) => ({
  stats: { data: { expired: 1 } },
  fleet: { total: 2, completeness, isReading },
  survey: { plantIds: new Set(['a', 'b']), counts: { ...noCertificates(), expired: 1 } },
})

it('shows every figure once', () => {
  expect(figures.toSorted()).toEqual(Object.keys(figureLabels).toSorted())
})

it('waits for the first pass over the list, but not for a later one', () => {
  expect(checkOf('expired', evidence(true, reading))).toEqual({ kind: 'waiting' })
  expect(checkOf('expired', evidence(true, { kind: 'probable' }))).toEqual({ kind: 'same' })
  expect(checkOf('expired', evidence(false, { kind: 'probable' }))).toEqual({ kind: 'same' })
})

it('has nothing to compare before the figures are read', () => {
  const unread = { ...evidence(false, reading), stats: { data: undefined } }
  expect(checkOf('expired', unread)).toBeUndefined()
})
