import { getCertificateStats } from './certificate-stats'
import { createPlant } from './create-plant'
import { deletePlant } from './delete-plant'
import { getPlant } from './get-plant'
import { reactivatePlant, revokePlant, suspendPlant } from './lifecycle-operations'
import { listPlants } from './list-plants'
import { updatePlant } from './update-plant'
import { listCommands } from '#sandbox/platform/commands/list-commands'
import { sendCommand } from '#sandbox/platform/commands/send-command'
import { getEnergyToday } from '#sandbox/platform/energy/get-energy-today'
import type { Operation } from '#sandbox/platform/http/operation'
import { issueMqttToken } from '#sandbox/platform/provisioning/issue-mqtt-token'
import {
  downloadProvisioningPackage,
  provisionPlant,
} from '#sandbox/platform/provisioning/provision-plant'
import { rotateSecret } from '#sandbox/platform/provisioning/rotate-secret'

/**
 * Table of the API's 16 operations, from which router, validation and OpenAPI document are created. Fixed paths come
 * before `/plants/{id}`.
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
