import { describe, expect, it } from 'vitest'
import { whyPlanIsOpen } from './plan-basis'

type Evidence = Parameters<typeof whyPlanIsOpen>[0]

const whole: Evidence = {
  fleet: {
    plants: 2,
    total: 2,
    completeness: { kind: 'probable' },
    isFromSnapshot: false,
    error: null,
  },
  survey: { plantIds: new Set(['a', 'b']), unreadable: 0 },
}
const reading = { kind: 'incomplete', gap: 'reading' } as const

describe('whyPlanIsOpen', () => {
  it('finds nothing open once the list was read to the end', () => {
    expect(whyPlanIsOpen(whole)).toBeUndefined()
    const completeness = { kind: 'complete', asOfMs: 0 } as const
    expect(whyPlanIsOpen({ ...whole, fleet: { ...whole.fleet, completeness } })).toBeUndefined()
  })

  it('says how much of the list was read', () => {
    const fleet = { ...whole.fleet, total: 12_400, completeness: reading }
    expect(whyPlanIsOpen({ ...whole, fleet })).toBe('2 of 12,400 plants loaded.')
  })

  it('waits for the first page', () => {
    const fleet = { ...whole.fleet, plants: 0, total: undefined, completeness: reading }
    const survey = { plantIds: new Set<string>(), unreadable: 0 }
    expect(whyPlanIsOpen({ ...whole, fleet, survey })).toBe('The list of plants is still loading.')
    const failed = { ...fleet, error: new Error('down') }
    expect(whyPlanIsOpen({ ...whole, fleet: failed, survey })).toBe(
      'The list of plants couldn’t be loaded.',
    )
  })

  it('gives the reason when the list was read but may lack plants', () => {
    const completeness = { kind: 'incomplete', gap: 'moved' } as const
    expect(whyPlanIsOpen({ ...whole, fleet: { ...whole.fleet, completeness } })).toBe(
      '2 of 2 plants loaded. The list changed while it was being read, so plants may be missing.',
    )
  })

  it('waits for a survey that runs behind the list', () => {
    const survey = { plantIds: new Set(['a']), unreadable: 0 }
    expect(whyPlanIsOpen({ ...whole, survey })).toBe('1 of 2 plants loaded.')
  })

  it('does not trust plants that were saved during an earlier visit', () => {
    const fleet = { ...whole.fleet, isFromSnapshot: true }
    expect(whyPlanIsOpen({ ...whole, fleet })).toBe(
      '2 of 2 plants loaded. They were saved on this device, and not all read again yet.',
    )
  })

  it('counts expiries that couldn’t be read', () => {
    const survey = { ...whole.survey, unreadable: 2 }
    expect(whyPlanIsOpen({ ...whole, survey })).toBe('The expiry of 2 couldn’t be read.')
  })
})
