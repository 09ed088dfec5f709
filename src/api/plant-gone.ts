import { fieldErrors } from './error-details'
import { ApiError } from './errors'

const referencedFields = ['templateId', 'organizationId']

/**
 * Returns true when an error says that the plant itself no longer exists or isn't visible to this user. A 404 that
 * names a field is about the object that the field refers to (contract: `PLANT_NOT_FOUND`).
 */
export function isPlantGone(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.code !== 'PLANT_NOT_FOUND') return false
  return Object.keys(fieldErrors(error.details, referencedFields).fields).length === 0
}
