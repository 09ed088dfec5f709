import { describe, expect, it } from 'vitest'
import {
  type RunSetting,
  defaultRunSettings,
  runSettingRanges,
  runSettingsSchema,
} from './run-settings'
import { keysOf } from '@/lib/keyed-record'

const isValid = (change: object) =>
  runSettingsSchema.safeParse({ ...defaultRunSettings, ...change }).success

describe('runSettingsSchema', () => {
  it('accepts the settings that a run begins with: 4 at once, 60 a minute, no limits', () => {
    expect(isValid({})).toBe(true)
    expect(defaultRunSettings).toMatchObject({ concurrency: 4, perMinute: 60, limits: [] })
    expect(defaultRunSettings.canary).toBeLessThanOrEqual(3)
  })

  it.each(keysOf(runSettingRanges))('keeps %s within its range', (name: RunSetting) => {
    const { min, max } = runSettingRanges[name]
    expect([min, max].every((value) => isValid({ [name]: value }))).toBe(true)
    const wrong = [min - 1, max + 1, min + 0.5, `${min}`, null, undefined, Number.NaN]
    expect(wrong.filter((value) => isValid({ [name]: value }))).toEqual([])
  })

  it('accepts limits of 1 to 100 percent of a named attribute, and nothing else', () => {
    const limit = { attribute: 'organization', percent: 10 }
    expect(isValid({ limits: [limit, { attribute: 'meta.site', percent: 100 }] })).toBe(true)
    const wrong = [
      { ...limit, percent: 0 },
      { ...limit, percent: 101 },
      { ...limit, percent: 1.5 },
      { ...limit, attribute: '' },
      { ...limit, more: 1 },
      { percent: 10 },
    ]
    expect(wrong.filter((one) => isValid({ limits: [one] }))).toEqual([])
  })

  it('rejects settings it doesn’t know', () => {
    expect(isValid({ force: true })).toBe(false)
  })
})
