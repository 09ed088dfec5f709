import { expect, it } from 'vitest'
import { unsavedRunsText } from './unsaved-runs-text'

it('says what signing out does to them', () => {
  expect(unsavedRunsText(2)).toBe(
    '2 runs on this device are under way or were not exported. Signing out ends them and deletes their results.',
  )
  expect(unsavedRunsText(1)).toBe(
    '1 run on this device is under way or was not exported. Signing out ends it and deletes its results.',
  )
})
