import { fieldErrors } from './error-details'
import { ApiError } from './errors'

const takenWords = /taken|already exist|in use|unique|duplicate/i

/** Returns true when another plant has the serial number: a 409, or for *update*, which documents no 409, the 400's message for the field. */
export function isSerialNumberTaken(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  if (namesTakenSerialNumber(error)) return true
  const { serialNumber = '' } = fieldErrors(error.details, ['serialNumber']).fields
  return takenWords.test(serialNumber)
}

/** Returns true for the code that *create* answers with when another plant has the serial number. */
export function namesTakenSerialNumber(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'PLANT_ALREADY_EXISTS'
}
