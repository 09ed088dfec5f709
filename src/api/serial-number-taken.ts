import { fieldErrors } from './error-details'
import { ApiError } from './errors'

const takenWords = /taken|exist|unique|duplicate/i

/**
 * Returns true when the server refused a serial number because another plant has it. *create* returns 409
 * `PLANT_ALREADY_EXISTS`; the contract has no 409 for *update*, so only the message for the field in its 400 shows it.
 */
export function isSerialNumberTaken(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  if (error.code === 'PLANT_ALREADY_EXISTS') return true
  const { serialNumber = '' } = fieldErrors(error.details, ['serialNumber']).fields
  return takenWords.test(serialNumber)
}
