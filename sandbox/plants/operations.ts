import type { Operation } from '#sandbox/http/operation'
import { getCertificateStats } from './certificate-stats'
import { createPlant } from './create-plant'
import { deletePlant } from './delete-plant'
import { fieldOperations } from './field-operations'
import { getPlant } from './get-plant'
import { reactivatePlant, revokePlant, suspendPlant } from './lifecycle-operations'
import { listPlants } from './list-plants'
import { updatePlant } from './update-plant'

/**
 * The API's 16 operations: router, validation and OpenAPI document are made from this table. Fixed paths
 * come before `/plants/{id}`.
 */
export const plantOperations: readonly Operation[] = [
  listPlants,
  createPlant,
  getCertificateStats,
  getPlant,
  updatePlant,
  deletePlant,
  suspendPlant,
  reactivatePlant,
  revokePlant,
  ...fieldOperations,
]
