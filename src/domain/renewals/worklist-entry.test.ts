import { describe, expect, it } from 'vitest'
import type { CertificatePlant } from './reach'
import { addEntries, nextToRenew, noteReading, readEntry, removeEntries } from './worklist-entry'
import { minuteMs, secondMs } from '@/lib/instants'

const startMs = Date.UTC(2026, 10, 28, 12)
const at = (ms: number) => new Date(startMs + ms).toISOString()

const plant: CertificatePlant = {
  id: 'p',
  name: 'FVE Tábor',
  serialNumber: 'S-1',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  lastSeenAt: at(-minuteMs),
  certificateExpiresAt: '2026-12-01T00:00:00Z',
  certificateFingerprint: 'A7:B8',
  certificateSerialNumber: '0A',
  authFailureCount: 0,
  lastAuthFailureAt: null,
}
const renewed = {
  ...plant,
  certificateExpiresAt: '2028-11-28T00:00:00Z',
  certificateFingerprint: 'C1:D2',
  certificateSerialNumber: '0B',
}
const [entry] = addEntries([], [plant])
if (!entry) throw new Error('no entry')
const issued = noteReading(entry, renewed, startMs)

/** Notes readings of the plant, each with the seconds after the start. */
const afterReadings = (from: typeof entry, ...readings: [seconds: number, CertificatePlant][]) =>
  readings.reduce((now, [s, read]) => noteReading(now, read, startMs + s * secondMs), from)

describe('addEntries', () => {
  it('keeps the order and the certificate before, without anything else of the plant', () => {
    const other = { ...plant, id: 'q' }
    const both = addEntries([entry], [plant, other])
    expect(both).toEqual([
      entry,
      {
        plantId: 'q',
        name: 'FVE Tábor',
        serialNumber: 'S-1',
        place: 2,
        before: {
          certificateExpiresAt: '2026-12-01T00:00:00Z',
          certificateFingerprint: 'A7:B8',
          certificateSerialNumber: '0A',
        },
      },
    ])
    expect(removeEntries(both, new Set(['p'])).map(({ plantId }) => plantId)).toEqual(['q'])
  })

  it('adds entries at the end after a removal, and remembers unreadable values', () => {
    const unreadable = ['certificateFingerprint']
    const odd = { ...plant, id: 'r', certificateFingerprint: null, unreadable }
    const [, added] = addEntries([{ ...entry, place: 7 }], [odd])
    expect(added).toMatchObject({ place: 8, before: { unreadable } })
  })
})

describe('noteReading', () => {
  it('notes nothing while the certificate is the same or unreadable', () => {
    expect(noteReading(entry, plant, startMs)).toBe(entry)
    expect(noteReading(entry, { ...plant, lastSeenAt: at(9) }, startMs)).toBe(entry)
    const names = ['certificateSerialNumber', 'certificateFingerprint', 'certificateExpiresAt']
    expect(noteReading(issued, { ...plant, unreadable: names }, startMs + 1)).toBe(issued)
  })

  it('notes a new certificate, even if another user issued it', () => {
    expect(issued.issued).toMatchObject({
      facts: { certificateSerialNumber: '0B', certificateFingerprint: 'C1:D2' },
      watch: { isSettled: false },
    })
  })

  it('does not count earlier contact or the end of the old session as first contact', () => {
    const cut = { ...renewed, lastSeenAt: at(2 * secondMs) }
    const waiting = afterReadings(issued, [1, renewed], [3, cut], [6, cut], [20, cut])
    expect(waiting.issued?.watch.isSettled).toBe(true)
    expect(waiting.issued).not.toHaveProperty('contactAtMs')
  })

  it('notes contact once the plant is seen later, and keeps its time', () => {
    const settled = afterReadings(issued, [6, renewed])
    const [seen, again] = [30, 60].map((s) => ({ ...renewed, lastSeenAt: at(s * secondMs) }))
    const adopted = afterReadings(settled, [31, seen ?? renewed])
    expect(adopted.issued?.contactAtMs).toBe(startMs + 30 * secondMs)
    expect(afterReadings(adopted, [61, again ?? renewed])).toBe(adopted)
  })

  it('counts the first contact ever of a plant that has never connected', () => {
    const never = noteReading(entry, { ...renewed, lastSeenAt: null }, startMs)
    const seen = { ...renewed, lastSeenAt: at(secondMs) }
    expect(afterReadings(never, [1, seen]).issued?.contactAtMs).toBe(startMs + secondMs)
  })

  it('starts over when another certificate is issued', () => {
    const seen = { ...renewed, lastSeenAt: at(30 * secondMs) }
    const adopted = afterReadings(issued, [6, renewed], [31, seen])
    const third = afterReadings(adopted, [40, { ...seen, certificateSerialNumber: '0C' }])
    expect(third.issued).toMatchObject({ facts: { certificateSerialNumber: '0C' } })
    expect(third.issued).not.toHaveProperty('contactAtMs')
  })

  it('forgets the new certificate when the platform lists the previous one again', () => {
    expect(noteReading(issued, plant, startMs + 1)).toEqual(entry)
    expect(noteReading(issued, { ...plant, certificateSerialNumber: null }, startMs)).toBe(issued)
  })

  it('ignores a reading without news, and one from before the certificate', () => {
    const settled = afterReadings(issued, [6, renewed])
    expect(afterReadings(settled, [7, renewed])).toBe(settled)
    const seen = { ...renewed, lastSeenAt: at(30 * secondMs) }
    expect(noteReading(settled, seen, startMs - 1)).toBe(settled)
  })
})

describe('nextToRenew', () => {
  const [a = entry, b = entry, c = entry] = ['a', 'b', 'c'].map((plantId) => ({
    ...entry,
    plantId,
  }))
  const done = (one: typeof entry) => ({ ...one, issued: issued.issued })

  it.each([
    ['the one after it', [a, b, c], 'a', 'b'],
    ['the one after those with a new certificate', [a, done(b), c], 'a', 'c'],
    ['the first one after the last', [a, b, done(c)], 'c', 'a'],
    ['the first one of a list without it', [done(a), b], 'x', 'b'],
    ['none when it is the only one to do', [done(a), b], 'b', undefined],
  ] as const)('is %s', (_what, entries, plantId, next) => {
    expect(nextToRenew(entries, plantId)?.plantId).toBe(next)
  })
})

describe('readEntry', () => {
  const stored = (value: unknown): unknown => structuredClone(value)

  it('reads back what was stored', () => {
    const adopted = afterReadings(
      issued,
      [10, renewed],
      [60, { ...renewed, lastSeenAt: at(minuteMs) }],
    )
    expect(adopted.issued?.contactAtMs).toBeDefined()
    for (const one of [entry, issued, adopted]) expect(readEntry(stored(one))).toEqual(one)
  })

  it.each([
    ['nothing', undefined],
    ['a text', 'p'],
    ['no plant', { ...entry, plantId: undefined }],
    ['a text for its place', { ...entry, place: '1' }],
    ['no certificate from before', { ...entry, before: undefined }],
    ['a new certificate without a watch', { ...issued, issued: { facts: {} } }],
  ])('rejects an entry with %s', (_what, value) => {
    expect(readEntry(stored(value))).toBeUndefined()
  })
})
