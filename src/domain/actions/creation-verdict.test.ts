import { describe, expect, it } from 'vitest'
import { creationVerdict, mayBeCreated } from './creation-verdict'
import { ApiError, NotSentError, TransportError } from '@/api/errors'
import type { Plant } from '@/api/plant-schemas'
import { minuteMs } from '@/lib/instants'

const endedAtMs = Date.parse('2026-03-01T12:00:00Z')
const plant: Plant = {
  id: 'p',
  name: 'FVE Zlín',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'OFFLINE',
  lifecycleStatus: 'PENDING',
  authMethod: 'MTLS',
}

const sent = { name: 'FVE Zlín', type: 'GATEWAY', authMethod: 'MTLS' } as const

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
    creationVerdict({ plant: { ...plant, ...more }, seen: 1, total: 9, counts }, sent, endedAtMs)

  it.each([
    ['done', 5 * minuteMs],
    ['cannot-tell', 5 * minuteMs + 1],
  ])('is %s when it is %d ms older than the end of the attempt', (kind, olderMs) => {
    const createdAt = new Date(endedAtMs - olderMs).toISOString()
    expect(found({ createdAt })).toMatchObject({ kind, at: createdAt })
  })

  it.each([{ name: 'Another' }, { type: 'SENSOR' }, { authMethod: 'TOKEN' }])(
    'may be another plant when it differs from the one that was sent: %o',
    (more) => {
      const createdAt = new Date(endedAtMs).toISOString()
      const evidence = expect.stringContaining(
        'its name, type or authentication method differs from what was sent',
      )
      expect(found({ createdAt, ...more })).toMatchObject({ kind: 'cannot-tell', evidence })
      expect(found({ createdAt, ...more, unreadable: Object.keys(more) }).kind).toBe('done')
    },
  )

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
  expect(creationVerdict({ plant: undefined, seen: 3, total: 3, counts }, sent, endedAtMs)).toEqual(
    {
      kind: 'not-done',
      evidence: 'no plant has this serial number',
    },
  )
})

it.each<[string, number, number | undefined, Partial<typeof counts>]>([
  ['among the 3 of 9 plants', 3, 9, { isEnded: false }],
  ['among the 2 of 3 plants', 2, 3, {}],
  ['among the 3 of 4 plants', 3, 4, { unreadableRows: 1, firstTotal: 4, latestTotal: 4 }],
  ['the list changed meanwhile', 3, 3, { repeatedRows: 1 }],
  ['the list changed meanwhile', 3, 3, { firstTotal: 4 }],
])('stays open: %s', (words, seen, total, more) => {
  const search = { plant: undefined, seen, total, counts: { ...counts, ...more } }
  const verdict = creationVerdict(search, sent, endedAtMs)
  expect(verdict.kind).toBe('cannot-tell')
  expect(verdict.evidence).toContain(words)
})

it('stays open when the list states no total', () => {
  const unstated = { ...counts, firstTotal: undefined, latestTotal: undefined }
  const search = { plant: undefined, seen: 3, total: undefined, counts: unstated }
  const verdict = creationVerdict(search, sent, endedAtMs)
  expect(verdict.kind).toBe('cannot-tell')
  expect(verdict.evidence).toContain('among the 3 of an unknown number of plants')
})

const refused = (status: number, details?: unknown) =>
  new ApiError('createPlant', status, { code: 'REFUSED', details })

it.each<[boolean, string, Error]>([
  [true, 'a lost response', new TransportError('createPlant', 'network')],
  [true, 'a 409', refused(409)],
  [true, 'a 400', refused(400)],
  [true, 'a 404', refused(404)],
  [true, 'a 400 about the serial number', refused(400, ['serialNumber: is taken'])],
  [false, 'a 400 about another field', refused(400, ['name: is too long'])],
  [false, 'a 403', refused(403)],
  [false, 'a 429', refused(429)],
  [false, 'a request that wasn’t sent', new NotSentError('offline')],
])('is %s that a plant may exist after %s', (expected, _what, error) => {
  expect(mayBeCreated(error)).toBe(expected)
})
