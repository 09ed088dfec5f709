import { describe, expect, it } from 'vitest'
import type { CertificatePlant } from './reach'
import { type WorklistEntry, addEntries, noteReading } from './worklist-entry'
import {
  type ProgressKind,
  type WorklistReading,
  progressMeanings,
  progressOf,
  worklistParts,
} from './worklist-state'
import { secondMs } from '@/lib/instants'

const startMs = Date.UTC(2026, 10, 28, 12)
const plant: CertificatePlant = {
  id: 'p',
  name: 'FVE Tábor',
  serialNumber: 'S-1',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  lastSeenAt: new Date(startMs).toISOString(),
  certificateExpiresAt: '2026-12-01T00:00:00Z',
  certificateFingerprint: 'A7:B8',
  certificateSerialNumber: '0A',
  authFailureCount: 3,
}
const facts = ['certificateSerialNumber', 'certificateFingerprint', 'certificateExpiresAt']
const renewed = { ...plant, certificateSerialNumber: '0B', certificateFingerprint: 'C1:D2' }
const seen = { ...renewed, lastSeenAt: new Date(startMs + 30 * secondMs).toISOString() }

function entryOf(...readings: [seconds: number, CertificatePlant][]): WorklistEntry {
  const [entry] = addEntries([], [plant])
  if (!entry) throw new Error('no entry')
  return readings.reduce(
    (now, [seconds, read]) => noteReading(now, read, startMs + seconds * secondMs),
    entry,
  )
}
const [fresh, issued] = [entryOf(), entryOf([0, renewed], [6, renewed])]
const adopted = entryOf([0, renewed], [6, renewed], [31, seen])

describe('progressOf', () => {
  it.each<[ProgressKind, string, WorklistEntry, WorklistReading]>([
    ['pending', 'Not read yet.', fresh, 'pending'],
    ['pending', 'Not read yet.', adopted, 'pending'],
    ['unknown', 'Couldn’t load the plant.', fresh, 'failed'],
    ['unknown', 'Couldn’t load the plant.', adopted, 'failed'],
    ['unknown', 'Its certificate couldn’t be read.', issued, { ...renewed, unreadable: facts }],
    ['gone', 'The plant is no longer available here.', fresh, 'gone'],
    ['gone', 'The plant is no longer available here.', adopted, 'gone'],
    ['toDo', 'Its certificate is the same as before.', fresh, plant],
    ['toDo', 'Its certificate is the same as before.', issued, plant],
    ['toDo', 'Its certificate is the same', fresh, { ...plant, lastSeenAt: seen.lastSeenAt }],
    ['issued', 'Another certificate is on record. No contact', fresh, renewed],
    ['issued', 'Another certificate is on record. No contact', issued, renewed],
    [
      'issued',
      'Another certificate is on record',
      adopted,
      { ...seen, certificateSerialNumber: '0C' },
    ],
    ['refused', 'Refused once since', issued, { ...renewed, authFailureCount: 4 }],
    ['refused', 'Refused 5 times since', issued, { ...renewed, authFailureCount: 8 }],
    ['adopted', 'Connected with the new certificate.', adopted, seen],
    ['adopted', 'Connected with', adopted, { ...seen, authFailureCount: 9 }],
    ['otherwise', 'The plant is revoked.', adopted, { ...seen, lifecycleStatus: 'REVOKED' }],
    [
      'otherwise',
      'The plant is decommissioned.',
      fresh,
      { ...plant, lifecycleStatus: 'DECOMMISSIONED' },
    ],
    [
      'otherwise',
      'doesn’t authenticate with a certificate',
      fresh,
      { ...plant, authMethod: 'TOKEN' },
    ],
    ['otherwise', 'no longer listed', fresh, { ...plant, certificateFingerprint: null }],
  ])('is %s: %s', (kind, evidence, entry, reading) => {
    const progress = progressOf(entry, reading)
    expect(progress.kind).toBe(kind)
    expect(progress.evidence).toContain(evidence)
  })

  it('states when the plant has connected', () => {
    expect(progressOf(adopted, seen).contactAtMs).toBe(startMs + 30 * secondMs)
  })

  it('calls a plant’s first certificate new', () => {
    const none = Object.fromEntries(facts.map((fact) => [fact, null]))
    const [entry] = addEntries([], [{ ...plant, ...none }])
    expect(entry && progressOf(entry, plant).evidence).toContain('A new certificate')
  })
})

it('has a heading for every state, and is green only after contact', () => {
  const parts = worklistParts.map(({ part }) => part)
  for (const { part } of Object.values(progressMeanings)) expect(parts).toContain(part)
  const green = Object.entries(progressMeanings).filter(([, { tone }]) => tone === 'ok')
  expect(green.map(([kind]) => kind)).toEqual(['adopted'])
})
