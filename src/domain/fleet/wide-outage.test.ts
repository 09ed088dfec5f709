import { expect, it } from 'vitest'
import { currentOutage, isWideOutage } from './wide-outage'

it('finds that nearly all connected plants stopped answering', () => {
  expect(isWideOutage({ connected: 100, stopped: 90 })).toBe(true)
  expect(isWideOutage({ connected: 20, stopped: 20 })).toBe(true)
})

it('finds nothing when some failed, in a small fleet, or where none was connected', () => {
  expect(isWideOutage({ connected: 100, stopped: 89 })).toBe(false)
  expect(isWideOutage({ connected: 19, stopped: 19 })).toBe(false)
  expect(isWideOutage({ connected: 0, stopped: 0 })).toBe(false)
})

it('reports a wide outage until half of its plants answer again', () => {
  const wide = { connected: 100, stopped: 95 }
  const calm = { connected: 5, stopped: 0 }
  expect(currentOutage(undefined, wide, 5)).toBe(wide)
  expect(currentOutage(wide, calm, 5)).toBe(wide)
  expect(currentOutage(wide, calm, 49)).toBe(wide)
  expect(currentOutage(wide, calm, 50)).toBe(calm)
  expect(currentOutage(calm, undefined, 0)).toBeUndefined()
})
