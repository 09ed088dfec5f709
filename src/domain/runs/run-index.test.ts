import { describe, expect, it } from 'vitest'
import { indexOfRows, replaceRow } from './run-index'
import type { RunRow } from './run-row'
import { testRequest } from './test-runs'
import { minuteMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'

const time = new Date(1_000).toISOString()
const record = { id: 'r', sentAt: time, createdAt: time, ackedAt: time, responseStatus: 'OK' }
const settled = testRequest(1_000, { settledAtMs: 1_000 })
const shapes: Omit<RunRow, 'plantId'>[] = [
  {},
  { wave: 0 },
  { wave: 1 },
  { wave: 1, heldBack: { reasons: ['x'], atMs: 1 } },
  { wave: 0, request: testRequest(1_000) },
  { wave: 0, request: { ...settled, recordId: 'r' } },
  { wave: 1, request: settled },
  { wave: 1, request: { ...settled, refusal: 'No.' } },
  {
    wave: 1,
    request: { ...settled, refusal: 'No.' },
    evidence: { readAtMs: 2_000, recordIds: [] },
  },
  { wave: 0, request: settled, evidence: { readAtMs: 2_000, recordIds: ['r'], record } },
]
const rowsOf = (kinds: readonly number[]): readonly RunRow[] =>
  kinds.map((kind, at) => ({ plantId: `p${at}`, ...shapes[kind] }))

/** Returns what an index says, without the order and the empty sets that a change leaves. */
function contentOf(rows: readonly RunRow[], answerMs = minuteMs) {
  const { fresh, pending, waves, open, closed } = indexOfRows(rows, answerMs)
  const sorted = (set: Iterable<number>) => [...set].toSorted((a, b) => a - b)
  return {
    fresh: [...fresh],
    pending: sorted(pending),
    open: sorted(open),
    waves: [...waves]
      .filter(([, set]) => set.size > 0)
      .map(([wave, set]) => ({ wave, rows: sorted(set) }))
      .toSorted((a, b) => a.wave - b.wave),
    closed: [...closed].filter(([, count]) => count > 0).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  }
}

describe('indexOfRows', () => {
  it('groups rows by the events that are still possible', () => {
    expect(contentOf(rowsOf(shapes.map((_shape, kind) => kind)))).toEqual({
      fresh: [0],
      pending: [1, 2],
      open: [4, 5, 6, 7],
      waves: [
        { wave: 0, rows: [1, 4, 5, 9] },
        { wave: 1, rows: [2, 6, 7, 8] },
      ],
      closed: [
        ['ok', 1],
        ['refused', 1],
      ],
    })
  })

  it('depends on how long an answer is awaited', () => {
    const waiting = { ...record, ackedAt: null, responseStatus: null }
    const evidence = { readAtMs: 60_000, recordIds: ['r'], record: waiting }
    const rows = [{ plantId: 'a', request: { ...settled, recordId: 'r' }, evidence }]
    expect(contentOf(rows, minuteMs).open).toEqual([0])
    expect(contentOf(rows, 5_000).closed).toEqual([['no-answer', 1]])
  })
})

describe('replaceRow', () => {
  it('moves the index on as if it was made of the new rows, and leaves the old rows theirs', () => {
    const kind = fc.integer({ min: 0, max: shapes.length - 1 })
    const change = fc.record({ at: fc.nat(5), kind })
    fc.assert(
      fc.property(
        fc.array(kind, { minLength: 6, maxLength: 6 }),
        fc.array(change),
        (kinds, changes) => {
          let rows = rowsOf(kinds)
          const now = [...kinds]
          contentOf(rows)
          for (const { at, kind: next } of changes) {
            now[at] = next
            rows = replaceRow(rows, at, { plantId: `p${at}`, ...shapes[next] })
          }
          const { fresh, ...rest } = contentOf(rows)
          const made = contentOf(rowsOf(now))
          expect({ ...rest, fresh: fresh.toSorted((a, b) => a - b) }).toEqual(made)
        },
      ),
    )
    const before = rowsOf([0, 0])
    contentOf(before)
    const after = replaceRow(before, 0, { plantId: 'p0', ...shapes[9] })
    expect(contentOf(before).fresh).toEqual([0, 1])
    expect(contentOf(after).fresh).toEqual([1])
  })

  it('replaces nothing else', () => {
    const rows = rowsOf([0, 1, 2])
    const next = replaceRow(rows, 1, { plantId: 'x' })
    expect(next).toEqual([rows[0], { plantId: 'x' }, rows[2]])
    expect(rows[1]?.plantId).toBe('p1')
  })
})
