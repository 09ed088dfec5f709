import { expect, it } from 'vitest'
import { checkOf } from './figure-checks'
import { noCertificates } from './stats-check'
import type { Completeness } from '@/domain/fleet/completeness'

const reading: Completeness = { kind: 'incomplete', gap: 'reading' }
const evidence = (completeness: Completeness, plants = 2) => ({
  stats: { data: { expired: 1 } },
  fleet: { plants, completeness },
  survey: { plantIds: new Set(['a', 'b']), counts: { ...noCertificates(), expired: 1 } },
})

it('compares a figure once the list may be complete', () => {
  const kindBy = (completeness: Completeness) => checkOf('expired', evidence(completeness))?.kind
  expect(kindBy(reading)).toBe('not-compared')
  expect(kindBy({ kind: 'probable' })).toBe('same')
  expect(kindBy({ kind: 'complete', asOfMs: 1 })).toBe('same')
  expect(checkOf('expired', evidence({ kind: 'probable' }, 3))?.kind).toBe('not-compared')
})

it('has nothing to compare before the figures are read', () => {
  const unread = { ...evidence(reading), stats: { data: undefined } }
  expect(checkOf('expired', unread)).toBeUndefined()
})
