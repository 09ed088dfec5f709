import { describe, expect, it } from 'vitest'
import { readThresholdTexts } from './threshold-entries'
import { defaultThresholds, readThresholds } from '@/domain/certificates/certificate-thresholds'
import { fc } from '@/lib/test-properties'

const before = { urgentDays: 7, soonDays: 30 }

describe('readThresholdTexts', () => {
  it('changes nothing without a text', () => {
    expect(readThresholdTexts({}, before)).toEqual({ change: {}, errors: {}, inEffect: before })
  })

  it('applies numbers within the limits', () => {
    expect(readThresholdTexts({ urgent: '30' }, before)).toEqual({
      change: { urgent: 30 },
      errors: {},
      inEffect: { urgentDays: 30, soonDays: 30 },
    })
    expect(readThresholdTexts({ soon: '750' }, before).change).toEqual({ soon: 750 })
  })

  it.each([
    [{ urgent: '31' }, { urgent: 'Enter at most 30, the days for “soon”.' }],
    [{ soon: '6' }, { soon: 'Enter at least 7, the days for “urgent”.' }],
    [{ soon: '-5' }, { soon: 'Enter a whole number from 1 to 750.' }],
    [{ urgent: 'x' }, { urgent: 'Enter a whole number from 1 to 750.' }],
    [{ soon: '751' }, { soon: 'Enter a whole number from 1 to 750.' }],
  ])('keeps the previous threshold after %j, and says why', (texts, errors) => {
    expect(readThresholdTexts(texts, before)).toEqual({ change: {}, errors, inEffect: before })
  })

  it.each([
    [{ urgent: '40', soon: '50' }],
    [{ soon: '50', urgent: '40' }],
    [{ urgent: '3', soon: '5' }],
    [{ soon: '5', urgent: '3' }],
  ])('applies a text that the other one makes right: %j', (texts) => {
    const { errors, change } = readThresholdTexts(texts, before)
    expect(errors).toEqual({})
    expect(change).toEqual({ urgent: Number(texts.urgent), soon: Number(texts.soon) })
  })

  it('takes an emptied text for the default, unless the other threshold rules it out', () => {
    const wide = { urgentDays: 40, soonDays: 50 }
    expect(readThresholdTexts({ urgent: '' }, wide)).toMatchObject({
      change: { urgent: undefined },
      inEffect: { urgentDays: 7, soonDays: 50 },
    })
    expect(readThresholdTexts({ urgent: '' }, { urgentDays: 3, soonDays: 5 }).inEffect).toEqual({
      urgentDays: 5,
      soonDays: 5,
    })
    expect(readThresholdTexts({ soon: '' }, wide).errors).toEqual({
      soon: 'Enter at least 40, the days for “urgent”.',
    })
  })

  it('never leaves “urgent” above “soon”, and the URL gives the same thresholds back', () => {
    const text = fc.oneof(
      fc.constantFrom(undefined, '', '0', '-3', 'x'),
      fc.integer({ min: 1, max: 800 }).map(String),
    )
    fc.assert(
      fc.property(text, text, (urgent, soon) => {
        const { inEffect, change } = readThresholdTexts({ urgent, soon }, defaultThresholds)
        expect(inEffect.urgentDays).toBeLessThanOrEqual(inEffect.soonDays)
        expect(readThresholds(change.urgent, change.soon)).toEqual(inEffect)
      }),
    )
  })
})
