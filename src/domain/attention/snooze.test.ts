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

describe('applySnoozes', () => {
  it('hides an item until the end of its snooze', () => {
    const snooze = newSnooze(month, given)
    const hidden = applySnoozes([month], [snooze], nowMs + dayMs)
    expect(hidden).toEqual({ groups: [], inEffect: [{ snooze, hides: 2 }] })
    expect(applySnoozes([month], [snooze], nowMs + 2 * dayMs).groups).toEqual([month])
  })

  it('shows an item again when more plants have it', () => {
    const snooze = newSnooze(month, given)
    const more = groupOf('month', 'a', 'b', 'c')
    expect(applySnoozes([more], [snooze], nowMs).groups).toEqual([more])
    expect(applySnoozes([groupOf('month', 'b')], [snooze], nowMs).groups).toEqual([])
    expect(lastingSnoozes([snooze], [more], nowMs)).toEqual([])
    expect(lastingSnoozes([snooze], [], nowMs)).toEqual([snooze])
  })

  it('shows an item again when it is more severe', () => {
    const snooze: Snooze = { ...newSnooze(month, given), severity: 'low' }
    expect(applySnoozes([month], [snooze], nowMs).groups).toEqual([month])
  })

  it('shows an item again when another plant has it', () => {
    const snooze = newSnooze(month, given)
    const other = groupOf('month', 'a', 'c')
    expect(applySnoozes([other], [snooze], nowMs).groups).toEqual([other])
  })

  it('counts the plants of an item that has too many to store', () => {
    const ids = Array.from({ length: 1_001 }, (_, number) => String(number))
    const snooze = newSnooze(groupOf('month', ...ids), given)
    expect(snooze.plantIds).toBeUndefined()
    const others = groupOf('month', ...ids.slice(1), 'other')
    expect(applySnoozes([others], [snooze], nowMs).groups).toEqual([])
    const more = groupOf('month', ...ids, 'other')
    expect(applySnoozes([more], [snooze], nowMs).groups).toEqual([more])
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
    expect(readSnooze(JSON.parse(JSON.stringify(snooze)))).toEqual(snooze)
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
