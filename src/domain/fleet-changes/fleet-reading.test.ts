import { describe, expect, it } from 'vitest'
import { FleetRecorder, failuresIn, readStateAt, readStoredReading } from './fleet-reading'
import { anyPlants, earlierMs, readingOf, steady } from './test-readings'
import { runSteps } from '@/lib/run-steps'
import { fc } from '@/lib/test-properties'

describe('FleetRecorder', () => {
  it('keeps every plant as it was', () => {
    fc.assert(
      fc.property(anyPlants, (plants) => {
        const reading = readingOf(plants, earlierMs)
        expect(reading.plants).toBe(plants.length)
        for (const [place, plant] of plants.entries()) {
          const { id, name, serialNumber, status, unreadable = [] } = plant
          const state = readStateAt(reading, place)
          expect(state).toMatchObject({ id, name, serialNumber, readAtMs: earlierMs })
          expect(state.status).toBe(unreadable.includes('status') ? '' : status)
        }
      }),
    )
  })

  it.each([
    [null, null],
    ['never', undefined],
    ['2026-12-01T00:00:00Z', Date.parse('2026-12-01T00:00:00Z')],
  ])('reads back a certificate expiry of %s', (certificateExpiresAt, expected) => {
    const reading = readingOf([{ ...steady, certificateExpiresAt }], earlierMs)
    expect(readStateAt(reading, 0).certificateEndMs).toBe(expected)
  })

  it('knows no number of failures that is missing or unreadable', () => {
    const failuresOf = (change: Partial<typeof steady>) =>
      readStateAt(readingOf([{ ...steady, ...change }], earlierMs), 0).failures
    expect(failuresOf({ authFailureCount: 3 })).toBe(3)
    expect(failuresOf({ authFailureCount: null })).toBeUndefined()
    expect(failuresOf({ authFailureCount: 3, unreadable: ['authFailureCount'] })).toBeUndefined()
  })

  it('finds the number of failures by the plant', () => {
    const plants = [3, null].map((authFailureCount, id) => {
      return { ...steady, id: String(id), authFailureCount }
    })
    const failuresOf = failuresIn(readingOf(plants, earlierMs))
    expect(['0', '1', '2'].map(failuresOf)).toEqual([3, undefined, undefined])
  })

  it('keeps the later state of a plant that is added again', () => {
    const recorder = new FleetRecorder()
    recorder.add(steady, earlierMs)
    recorder.add({ ...steady, status: 'OFFLINE' }, earlierMs + 1)
    const reading = runSteps(recorder.finish({ atMs: earlierMs, basis: 'complete' }))
    expect(reading.plants).toBe(1)
    expect(readStateAt(reading, 0)).toMatchObject({ status: 'OFFLINE', readAtMs: earlierMs + 1 })
  })
})

describe('readStoredReading', () => {
  const reading = readingOf([steady, { ...steady, id: 'b' }], earlierMs)

  it('reads what the browser stored', () => {
    fc.assert(
      fc.property(anyPlants, (plants) => {
        const stored = readingOf(plants, earlierMs)
        expect(readStoredReading(structuredClone(stored))).toEqual(stored)
      }),
    )
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['another version', { ...reading, version: 2 }],
    ['fewer times than plants', { ...reading, readAtMs: new Float64Array(1) }],
    ['more plants than texts', { ...reading, plants: 3 }],
    [
      'a status that isn’t listed',
      {
        ...reading,
        coded: { ...reading.coded, status: { values: [], codes: new Uint32Array(2) } },
      },
    ],
    [
      'texts that end early',
      { ...reading, texts: { ...reading.texts, id: { ...reading.texts.id, text: '' } } },
    ],
  ])('refuses %s', (_what, stored) => {
    expect(readStoredReading(stored)).toBeUndefined()
  })
})
