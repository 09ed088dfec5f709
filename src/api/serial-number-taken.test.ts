import { expect, test } from 'vitest'
import { ApiError } from './errors'
import { isSerialNumberTaken } from './serial-number-taken'

const refused = (status: number, code: string, details?: unknown) =>
  new ApiError('updatePlant', status, { code, details })

test('a 409 of create says that the serial number is taken', () => {
  expect(isSerialNumberTaken(refused(409, 'PLANT_ALREADY_EXISTS'))).toBe(true)
})

test.each(['already taken', 'already exists', 'in use', 'must be unique', 'duplicate value'])(
  'a 400 of update whose field says %j means the same',
  (words) => {
    const details = [`serialNumber: ${words}`]
    expect(isSerialNumberTaken(refused(400, 'VALIDATION_ERROR', details))).toBe(true)
  },
)

test('other refusals do not say that the serial number is taken', () => {
  expect(isSerialNumberTaken(refused(400, 'VALIDATION_ERROR', ['serialNumber: too long']))).toBe(
    false,
  )
  for (const words of ['name: already taken', 'serialNumber: its plant does not exist']) {
    expect(isSerialNumberTaken(refused(400, 'VALIDATION_ERROR', [words]))).toBe(false)
  }
  expect(isSerialNumberTaken(refused(409, 'CONFLICT'))).toBe(false)
  expect(isSerialNumberTaken(new Error('already exists'))).toBe(false)
  expect(isSerialNumberTaken(null)).toBe(false)
})
