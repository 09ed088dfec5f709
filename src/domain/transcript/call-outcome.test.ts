import { expect, it } from 'vitest'
import { outcomeText } from './call-outcome'

it.each([
  [{ status: 200 }, '200'],
  [{ status: 404, code: 'PLANT_NOT_FOUND' }, '404'],
  [{ problem: 'network' }, 'No connection'],
  [{ problem: 'timeout' }, 'No response in time'],
  [{ problem: 'cancelled' }, 'Cancelled'],
] as const)('describes %j', (end, text) => {
  expect(outcomeText(end)).toBe(text)
})
