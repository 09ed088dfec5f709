import { describe, expect, it } from 'vitest'
import type { AttentionGroup } from './attention-survey'
import {
  type Snooze,
  applySnoozes,
  lastingSnoozes,
  longestSnoozeMs,
  newSnooze,
  readSnooze,
} from './snooze'
import { nowMs } from './test-plants'
import { dayMs, hourMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'

const groupOf = (key: AttentionGroup['key'], ...ids: readonly string[]): AttentionGroup => ({
  key,
  plants: ids.map((id) => ({ id, label: id, atMs: undefined })),
})
const month = groupOf('month', 'a', 'b')
const given = { reason: 'Renewed on Monday', untilMs: nowMs + 2 * dayMs, nowMs }
const idsOf = ({ groups }: ReturnType<typeof applySnoozes>) =>
  groups.map(({ key, plants }) => [key, plants.map(({ id }) => id)])

describe('applySnoozes', () => {
  it('hides an item until the end of its snooze', () => {
    const snooze = newSnooze(month, given)
    const hidden = applySnoozes([month], [snooze], nowMs + dayMs)
    expect(hidden).toEqual({ groups: [], inEffect: [{ snooze, hides: 2 }] })
    expect(applySnoozes([month], [snooze], nowMs + 2 * dayMs).groups).toEqual([month])
  })

  it('hides one plant, and the item when it was the only one', () => {
    const snooze = newSnooze(month, { ...given, plantId: 'a' })
    expect(idsOf(applySnoozes([month], [snooze], nowMs))).toEqual([['month', ['b']]])
    expect(idsOf(applySnoozes([groupOf('month', 'a')], [snooze], nowMs))).toEqual([])
  })

  it('shows an item again when more plants have it', () => {
    const snooze = newSnooze(month, given)
    const more = groupOf('month', 'a', 'b', 'c')
    expect(applySnoozes([more], [snooze], nowMs).groups).toEqual([more])
    expect(applySnoozes([groupOf('month', 'c')], [snooze], nowMs).groups).toEqual([])
    expect(lastingSnoozes([snooze], [more], nowMs)).toEqual([])
    expect(lastingSnoozes([snooze], [], nowMs)).toEqual([snooze])
  })

  it('shows an item again when it is more severe', () => {
    const snooze: Snooze = { ...newSnooze(month, given), severity: 'low' }
    expect(applySnoozes([month], [snooze], nowMs).groups).toEqual([month])
  })

  it('shows a plant again when its problem is another, more urgent one', () => {
    const snooze = newSnooze(month, { ...given, plantId: 'a' })
    const week = groupOf('week', 'a')
    expect(applySnoozes([week], [snooze], nowMs).groups).toEqual([week])
  })

  it('ignores a snooze from before the clock was set back', () => {
    const snooze = newSnooze(month, given)
    expect(applySnoozes([month], [snooze], nowMs - hourMs).groups).toEqual([month])
  })
})

describe('newSnooze', () => {
  it('ends as early as the severity demands', () => {
    const far = { ...given, untilMs: nowMs + 1_000 * dayMs }
    const lasts = (key: AttentionGroup['key']) => newSnooze(groupOf(key), far).untilMs - nowMs
    expect(lasts('expired')).toBe(longestSnoozeMs.critical)
    expect(lasts('pending')).toBe(longestSnoozeMs.low)
  })
})

describe('readSnooze', () => {
  const snooze = newSnooze(month, given)

  it('reads what the browser stored', () => {
    for (const plantId of ['a', undefined]) {
      const one = newSnooze(month, { ...given, ...(plantId === undefined ? {} : { plantId }) })
      expect(readSnooze(JSON.parse(JSON.stringify(one)))).toEqual(one)
    }
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['no reason', { ...snooze, reason: ' ' }],
    ['an unknown rule', { ...snooze, key: 'constructor' }],
    ['an unknown severity', { ...snooze, severity: 'none' }],
    ['no end', { ...snooze, untilMs: null }],
    ['an end without end', { ...snooze, untilMs: Infinity }],
    ['an end before its start', { ...snooze, untilMs: nowMs - 1 }],
    ['an end later than allowed', { ...snooze, untilMs: nowMs + 15 * dayMs }],
  ])('refuses %s', (_what, stored) => {
    expect(readSnooze(stored)).toBeUndefined()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(readSnooze(stored)).toBeUndefined()
      }),
    )
  })
})
