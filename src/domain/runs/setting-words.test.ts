import { expect, it } from 'vitest'
import { defaultRunSettings } from './run-settings'
import { limitLabel, settingsLine } from './setting-words'

it('describes the default settings', () => {
  expect(settingsLine(defaultRunSettings)).toBe(
    '1 plant first, watched for 30\u00a0s, then waves of 25, 60 a minute. Continues from 90\u00a0% OK, stops above 20\u00a0% failed.',
  )
})

it('mentions no waves of a run that has none', () => {
  expect(settingsLine({ ...defaultRunSettings, canary: 2 }, 2)).toBe(
    '2 plants, watched for 30\u00a0s, 60 a minute.',
  )
  expect(settingsLine(defaultRunSettings, 2)).toContain('then waves')
})

it('mentions limits, and no watching without any', () => {
  const limits = [{ attribute: 'type', percent: 10 }]
  expect(settingsLine({ ...defaultRunSettings, canary: 3, bakeS: 0, limits })).toBe(
    '3 plants first, then waves of 25, 60 a minute. Continues from 90\u00a0% OK, stops above 20\u00a0% failed. 1 limit on what is in flight.',
  )
})

it.each([
  ['organization', 'organization'],
  ['group', 'group'],
  ['meta.site', 'metadata “site”'],
])('labels a limit by %s', (attribute, label) => {
  expect(limitLabel(attribute)).toBe(label)
})
