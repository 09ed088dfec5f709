import { describe, expect, it } from 'vitest'
import { type KeptReading, comparableReadings, outdatedReadings, slotsFor } from './reading-slots'
import { hourMs, minuteMs } from '@/lib/instants'

const nineMs = Date.UTC(2026, 10, 28, 9)
const small = { plants: 240 }

describe('slotsFor', () => {
  it('keeps the first reading as the latest, and for its hour', () => {
    expect(slotsFor([], { atMs: nineMs, ...small })).toEqual({
      endsVisit: false,
      slots: ['latest', 'hour-9'],
    })
  })

  it.each<[string, number, ReturnType<typeof slotsFor>]>([
    ['too soon', minuteMs, { endsVisit: false, slots: [] }],
    ['in the same hour', 5 * minuteMs, { endsVisit: false, slots: ['latest'] }],
    ['after a break', 45 * minuteMs, { endsVisit: true, slots: ['latest'] }],
    ['in another hour', hourMs, { endsVisit: true, slots: ['latest', 'hour-10'] }],
    ['a day later', 24 * hourMs, { endsVisit: true, slots: ['latest', 'hour-9'] }],
    ['with a clock set back', -30 * hourMs, { endsVisit: true, slots: ['latest', 'hour-3'] }],
  ])('decides on a reading %s', (_when, laterMs, expected) => {
    const kept: KeptReading[] = [
      { slot: 'latest', atMs: nineMs },
      { slot: 'hour-9', atMs: nineMs },
    ]
    expect(slotsFor(kept, { atMs: nineMs + laterMs, ...small })).toEqual(expected)
  })

  it('keeps fewer readings of a large fleet', () => {
    const slots = Array.from({ length: 24 }, (_, hour) =>
      slotsFor([], { atMs: nineMs + hour * hourMs, plants: 100_000 }).slots.at(-1),
    )
    expect(new Set(slots)).toEqual(new Set(['hour-0', 'hour-6', 'hour-12', 'hour-18']))
  })
})

describe('outdatedReadings', () => {
  it('are those of parts of the day that are over, and of scopes that are no longer opened', () => {
    const dayAgoMs = nineMs - 25 * hourMs
    const monthAgoMs = nineMs - 30 * 24 * hourMs
    const kept = [
      { scope: 'a', slot: 'latest', atMs: nineMs },
      { scope: 'a', slot: 'visit', atMs: monthAgoMs },
      { scope: 'a', slot: 'hour-8', atMs: dayAgoMs },
      { scope: 'a', slot: 'hour-9', atMs: nineMs - hourMs },
      { scope: 'b', slot: 'latest', atMs: monthAgoMs },
      { scope: 'b', slot: 'visit', atMs: monthAgoMs },
    ] as const
    expect(outdatedReadings(kept, nineMs)).toEqual([kept[2], kept[4], kept[5]])
  })
})

describe('comparableReadings', () => {
  const kept: KeptReading[] = [
    { slot: 'latest', atMs: nineMs },
    { slot: 'hour-7', atMs: nineMs - 2 * hourMs },
    { slot: 'hour-8', atMs: nineMs - hourMs },
    { slot: 'hour-10', atMs: nineMs - 47 * hourMs },
    { slot: 'hour-11', atMs: nineMs + 2 * hourMs },
    { slot: 'visit', atMs: nineMs - 60 * hourMs },
  ]

  it('offers the last visit, then the readings of the past day', () => {
    expect(comparableReadings(kept, nineMs)).toMatchObject([
      { slot: 'visit', isLastVisit: true },
      { slot: 'hour-8', isLastVisit: false },
      { slot: 'hour-7', isLastVisit: false },
    ])
  })

  it('offers the latest reading as the last visit’s once that has ended', () => {
    const [first] = comparableReadings(kept, nineMs + hourMs)
    expect(first).toEqual({ slot: 'latest', atMs: nineMs, isLastVisit: true })
  })
})
