import { fieldErrors } from './error-details'
import { ApiError } from './errors'

const takenWords = /taken|exist|unique|duplicate/i

/**
 * Returns true when the server refused a serial number because another plant has it. *create* answers 409
 * `PLANT_ALREADY_EXISTS`; *update* has no 409 in the contract, so its 400 says so only in the words at the field.
 */
export function isSerialNumberTaken(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  if (error.code === 'PLANT_ALREADY_EXISTS') return true
  const { serialNumber = '' } = fieldErrors(error.details, ['serialNumber']).fields
  return takenWords.test(serialNumber)
}
