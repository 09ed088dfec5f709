import { describe, expect, it } from 'vitest'
import { creationVerdict } from './creation-verdict'
import type { Plant } from '@/api/plant-schemas'
import { minuteMs } from '@/lib/instants'

const endedAtMs = Date.parse('2026-03-01T12:00:00Z')
const plant: Plant = {
  id: 'p',
  name: '',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'OFFLINE',
  lifecycleStatus: 'PENDING',
  authMethod: 'MTLS',
}

describe('a plant that was found', () => {
  const found = (more: Partial<Plant>) =>
    creationVerdict({ plant: { ...plant, ...more }, seen: 1, total: 9 }, endedAtMs)

  it.each([
    ['done', 5 * minuteMs],
    ['cannot-tell', 5 * minuteMs + 1],
  ])('is %s when it is %d ms older than the end of the attempt', (kind, olderMs) => {
    const createdAt = new Date(endedAtMs - olderMs).toISOString()
    expect(found({ createdAt })).toMatchObject({ kind, at: createdAt })
  })

  it('proves nothing without a readable time of creation', () => {
    const lost = { createdAt: '2026-03-01T12:00:00Z', unreadable: ['createdAt'] }
    for (const more of [{}, { createdAt: null }, { createdAt: 'yesterday' }, lost]) {
      expect(found(more)).toMatchObject({
        kind: 'cannot-tell',
        evidence: expect.stringContaining('unknown time'),
      })
    }
  })
})

it('means that nothing was created when the whole list was read', () => {
  expect(creationVerdict({ plant: undefined, seen: 3, total: 3 }, endedAtMs)).toEqual({
    kind: 'not-done',
    evidence: 'no plant has this serial number',
  })
})

it.each([
  [3, 9, 'among the 3 of 9 plants'],
  [3, undefined, 'among the 3 of an unknown number of plants'],
])('stays open after %s of %s plants', (seen, total, words) => {
  const verdict = creationVerdict({ plant: undefined, seen, total }, endedAtMs)
  expect(verdict.kind).toBe('cannot-tell')
  expect(verdict.evidence).toContain(words)
})
