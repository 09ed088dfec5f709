import { describe, expect, it } from 'vitest'
import { proofLines, provenKind, renewalEvidence, storedProof } from './renewal-evidence'
import { type WorklistEntry, addEntries, noteReading } from './worklist-entry'
import { secondMs } from '@/lib/instants'

const startMs = Date.UTC(2026, 10, 28, 12)
const at = (ms: number) => new Date(startMs + ms).toISOString()

const plant = {
  id: 'p',
  name: 'FVE Tábor',
  serialNumber: 'S/1',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  lastSeenAt: at(-1),
  certificateExpiresAt: '2026-12-01T00:00:00Z',
  certificateFingerprint: 'A7:B8',
  certificateSerialNumber: '0A',
  authFailureCount: 0,
  lastAuthFailureAt: null,
  readAtMs: startMs - 60 * secondMs,
}
const renewed = {
  ...plant,
  certificateExpiresAt: '2028-11-28T00:00:00Z',
  certificateFingerprint: 'C1:D2',
  certificateSerialNumber: '0B',
}
const [toDo] = addEntries([], [plant])
if (!toDo) throw new Error('no entry')
const issued = noteReading(toDo, renewed, startMs)
const settled = noteReading(issued, renewed, startMs + 6 * secondMs)
const seen = { ...renewed, lastSeenAt: at(30 * secondMs) }
const adopted = noteReading(settled, seen, startMs + 31 * secondMs)
const times = { readAtMs: startMs, exportedAtMs: startMs + 40 * secondMs }

/** Returns the cells of the only row by heading. */
function recordOf(entry: WorklistEntry) {
  const { columns, rows } = renewalEvidence([storedProof(entry)], times)
  const [cells = []] = [...rows]
  return Object.fromEntries(columns.map(({ heading }, column) => [heading, cells[column]]))
}

it.each([
  ['toDo', toDo],
  ['issued', issued],
  ['adopted', adopted],
] as const)('proves %s from the readings', (kind, entry) => {
  expect(provenKind(storedProof(entry))).toBe(kind)
})

it('does not count a record with the previous certificate as proof', () => {
  const proof = { ...storedProof(toDo), after: toDo.before, afterReadAtMs: startMs }
  expect(provenKind({ ...proof, contactAtMs: startMs })).toBe('toDo')
})

describe('renewalEvidence', () => {
  it('states what was read and when, before and after, and the first contact', () => {
    expect(recordOf(adopted)).toEqual({
      Name: 'FVE Tábor',
      'Serial number': 'S/1',
      State: 'In use',
      'Previous certificate serial number': '0A',
      'New certificate serial number': '0B',
      'Previous fingerprint': 'A7:B8',
      'New fingerprint': 'C1:D2',
      'Previous certificate expires': Date.UTC(2026, 11, 1),
      'New certificate expires': Date.UTC(2028, 10, 28),
      'Previous certificate read': startMs - 60 * secondMs,
      'New certificate read': startMs,
      'First contact': startMs + 30 * secondMs,
      'Plant ID': 'p',
    })
  })

  it('states that a plant was not seen yet, and omits a certificate that was not read', () => {
    expect(recordOf(issued)).toMatchObject({
      State: 'Issued, not in use yet',
      'First contact': 'not yet seen',
    })
    expect(recordOf(toDo)).toMatchObject({
      State: 'To do',
      'New certificate serial number': undefined,
      'New certificate read': undefined,
    })
  })

  it('is named after its plant, or after the day', () => {
    const proof = storedProof(adopted)
    expect(renewalEvidence([proof], times).fileName).toBe('S-1-renewal-2026-11-28')
    expect(renewalEvidence([proof, proof], times).fileName).toBe('renewals-2026-11-28')
    expect(renewalEvidence([proof], times).about).toContainEqual({
      label: 'Data as of',
      text: '2026-11-28 12:00:00 UTC',
    })
  })
})

describe('proofLines', () => {
  it('sum up the worklist, and state each new certificate in one line', () => {
    const entries = [adopted, { ...issued, plantId: 'q' }, { ...toDo, plantId: 'r' }]
    expect(proofLines(entries.map(storedProof))).toEqual([
      {
        label: 'Worklist',
        text: '1 in use; 1 issued, not in use yet; 1 without a new certificate',
      },
      {
        label: 'In use',
        text: 'FVE Tábor (S/1); serial number 0A, now 0B; fingerprint A7:B8, now C1:D2; expires 2026-12-01 00:00:00 UTC, now 2028-11-28 00:00:00 UTC; read 2026-11-28 11:59:00 UTC and 2026-11-28 12:00:00 UTC; first contact 2026-11-28 12:00:30 UTC',
      },
      {
        label: 'Issued, not in use yet',
        text: expect.stringMatching(/; first contact not yet seen$/),
      },
    ])
  })

  it('are empty without a worklist', () => {
    expect(proofLines([])).toEqual([])
  })

  it('state that an entry from an older version lacks its time of reading', () => {
    const { beforeReadAtMs: _, ...older } = adopted
    expect(proofLines([storedProof(older)])[1]?.text).toContain('; read unknown and 2026-11-28')
  })
})
