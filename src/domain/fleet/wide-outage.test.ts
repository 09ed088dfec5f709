import { expect, it } from 'vitest'
import { isWideOutage } from './wide-outage'

it('finds that nearly all connected plants stopped answering', () => {
  expect(isWideOutage({ connected: 100, stopped: 90 })).toBe(true)
  expect(isWideOutage({ connected: 20, stopped: 20 })).toBe(true)
})

it('finds nothing when some failed, in a small fleet, or where none was connected', () => {
  expect(isWideOutage({ connected: 100, stopped: 89 })).toBe(false)
  expect(isWideOutage({ connected: 19, stopped: 19 })).toBe(false)
  expect(isWideOutage({ connected: 0, stopped: 0 })).toBe(false)
})
