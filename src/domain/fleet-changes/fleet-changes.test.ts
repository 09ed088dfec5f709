import { describe, expect, it } from 'vitest'
import { changeKinds, compareInSteps, isUnchanged, latestState } from './fleet-changes'
import type { ChangeKind, FleetChanges } from './fleet-changes'
import { FleetRecorder } from './fleet-reading'
import {
  compareReadings,
  anyBasis,
  anyPlants,
  earlierMs,
  laterMs,
  readingOf,
  steady,
} from './test-readings'
import { runSteps } from '@/lib/run-steps'
import { fc } from '@/lib/test-properties'

/** Kinds that depend on the two states alone, with those that the way back shows. */
const reverse: Partial<Record<ChangeKind, ChangeKind>> = {
  offline: 'recovered',
  recovered: 'offline',
  appeared: 'disappeared',
  disappeared: 'appeared',
  lifecycle: 'lifecycle',
  renewed: 'ends-earlier',
  'ends-earlier': 'renewed',
}

const idsOf = ({ changes }: FleetChanges, kind: ChangeKind) =>
  changes[kind].map((change) => latestState(change).id).toSorted()

const anyTwo = fc.record({ one: anyPlants, other: anyPlants, from: anyBasis, to: anyBasis })

describe('compareReadings', () => {
  it('finds no change between a reading and itself', () => {
    fc.assert(
      fc.property(anyPlants, anyBasis, (plants, basis) => {
        const reading = readingOf(plants, earlierMs, basis)
        const found = compareReadings(reading, reading)
        expect(isUnchanged(found)).toBe(true)
        expect(found).toMatchObject({
          compared: plants.length,
          notReadAgain: plants.length,
          unexplained: 0,
        })
      }),
    )
  })

  it('finds on the way back what it found on the way there', () => {
    fc.assert(
      fc.property(anyTwo, ({ one, other, from, to }) => {
        const [a, b] = [readingOf(one, earlierMs, from), readingOf(other, laterMs, to)]
        const [there, back] = [compareReadings(a, b), compareReadings(b, a)]
        for (const kind of changeKinds) {
          const opposite = reverse[kind]
          if (opposite) expect(idsOf(back, opposite)).toEqual(idsOf(there, kind))
        }
        expect(back.unexplained).toBe(there.unexplained)
      }),
    )
  })

  it('never finds more changes of a kind than there are plants', () => {
    fc.assert(
      fc.property(anyTwo, ({ one, other, from, to }) => {
        const found = compareReadings(
          readingOf(one, earlierMs, from),
          readingOf(other, laterMs, to),
        )
        for (const kind of changeKinds) {
          const limit =
            kind === 'appeared' || kind === 'disappeared'
              ? Math.max(one.length, other.length)
              : found.compared
          expect(new Set(idsOf(found, kind)).size).toBe(found.changes[kind].length)
          expect(found.changes[kind].length).toBeLessThanOrEqual(limit)
        }
        const { appeared, disappeared } = found.changes
        const alone = appeared.length + disappeared.length + found.unexplained
        expect(2 * found.compared + alone).toBe(one.length + other.length)
      }),
    )
  })

  it('doesn’t depend on the order in which plants were read', () => {
    fc.assert(
      fc.property(anyTwo, ({ one, other, from, to }) => {
        const inOrder = compareReadings(
          readingOf(one, earlierMs, from),
          readingOf(other, laterMs, to),
        )
        const reversed = compareReadings(
          readingOf(one.toReversed(), earlierMs, from),
          readingOf(other.toReversed(), laterMs, to),
        )
        expect(reversed).toEqual(inOrder)
      }),
    )
  })

  it('claims nothing about a plant that is missing from an incomplete reading', () => {
    const [some, none] = [[steady], []]
    const compare = (to: 'probable' | 'incomplete') =>
      compareReadings(readingOf(some, earlierMs), readingOf(none, laterMs, to))
    expect(compare('probable').changes.disappeared).toHaveLength(1)
    expect(compare('incomplete')).toMatchObject({ changes: { disappeared: [] }, unexplained: 1 })
    const later = readingOf(some, laterMs)
    const added = compareReadings(readingOf(none, earlierMs, 'incomplete'), later)
    expect(added).toMatchObject({ changes: { appeared: [] }, unexplained: 1 })
  })

  it('counts the plants that were not read again', () => {
    const recorder = new FleetRecorder()
    recorder.add(steady, earlierMs)
    recorder.add({ ...steady, id: 'b' }, laterMs)
    const to = runSteps(recorder.finish({ atMs: laterMs, basis: 'probable' }))
    const from = readingOf([steady, { ...steady, id: 'b' }], earlierMs)
    expect(compareReadings(from, to)).toMatchObject({ compared: 2, notReadAgain: 1 })
  })
})

it('compares large fleets in steps', () => {
  const fleet = Array.from({ length: 1_000 }, (_, number) => ({ ...steady, id: String(number) }))
  const steps = compareInSteps(readingOf(fleet, earlierMs), readingOf(fleet, laterMs))
  expect([...steps].length).toBeGreaterThan(6)
})

describe('latestState', () => {
  it('is the state before, of a plant that is gone', () => {
    const { changes } = compareReadings(readingOf([steady], earlierMs), readingOf([], laterMs))
    const [gone = { before: undefined, after: undefined }] = changes.disappeared
    expect(latestState(gone).name).toBe('FVE Zlín')
    expect(() => latestState({ before: undefined, after: undefined })).toThrow('without a plant')
  })
})
