import { listCommands } from '#sandbox/commands/list-commands'
import { sendCommand } from '#sandbox/commands/send-command'
import { getEnergyToday } from '#sandbox/energy/get-energy-today'
import type { Operation } from '#sandbox/http/operation'
import { issueMqttToken } from '#sandbox/provisioning/issue-mqtt-token'
import { downloadProvisioningPackage, provisionPlant } from '#sandbox/provisioning/provision-plant'
import { rotateSecret } from '#sandbox/provisioning/rotate-secret'
import { getCertificateStats } from './certificate-stats'
import { createPlant } from './create-plant'
import { deletePlant } from './delete-plant'
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
  getEnergyToday,
  issueMqttToken,
  provisionPlant,
  downloadProvisioningPackage,
  rotateSecret,
  listCommands,
  sendCommand,
]
