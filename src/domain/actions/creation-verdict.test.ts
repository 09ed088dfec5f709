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

const counts = {
  plants: 3,
  firstTotal: 3,
  latestTotal: 3,
  unreadableRows: 0,
  repeatedRows: 0,
  isEnded: true,
}

describe('a plant that was found', () => {
  const found = (more: Partial<Plant>) =>
    creationVerdict({ plant: { ...plant, ...more }, seen: 1, total: 9, counts }, endedAtMs)

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
  expect(creationVerdict({ plant: undefined, seen: 3, total: 3, counts }, endedAtMs)).toEqual({
    kind: 'not-done',
    evidence: 'no plant has this serial number',
  })
})

it.each<[string, number, number | undefined, Partial<typeof counts>]>([
  ['among the 3 of 9 plants', 3, 9, { isEnded: false }],
  ['among the 2 of 3 plants', 2, 3, {}],
  ['among the 3 of 4 plants', 3, 4, { unreadableRows: 1, firstTotal: 4, latestTotal: 4 }],
  ['the list changed meanwhile', 3, 3, { repeatedRows: 1 }],
  ['the list changed meanwhile', 3, 3, { firstTotal: 4 }],
])('stays open: %s', (words, seen, total, more) => {
  const search = { plant: undefined, seen, total, counts: { ...counts, ...more } }
  const verdict = creationVerdict(search, endedAtMs)
  expect(verdict.kind).toBe('cannot-tell')
  expect(verdict.evidence).toContain(words)
})

it('stays open when the list states no total', () => {
  const unstated = { ...counts, firstTotal: undefined, latestTotal: undefined }
  const search = { plant: undefined, seen: 3, total: undefined, counts: unstated }
  const verdict = creationVerdict(search, endedAtMs)
  expect(verdict.kind).toBe('cannot-tell')
  expect(verdict.evidence).toContain('among the 3 of an unknown number of plants')
})
