import { createAccount } from '#sandbox/platform/accounts/create-account'
import { generateApiCredentials } from '#sandbox/platform/accounts/generate-api-credentials'
import { getAccount, listAccounts } from '#sandbox/platform/accounts/list-accounts'
import { listAuditEntries } from '#sandbox/platform/accounts/list-audit-entries'
import { listOrganizations } from '#sandbox/platform/accounts/list-organizations'
import { updateAccount } from '#sandbox/platform/accounts/update-account'
import { listCommands } from '#sandbox/platform/commands/list-commands'
import { sendCommand } from '#sandbox/platform/commands/send-command'
import { getEnergyToday } from '#sandbox/platform/energy/get-energy-today'
import type { Operation } from '#sandbox/platform/http/operation'
import { getCertificateStats } from '#sandbox/platform/plants/certificate-stats'
import { createPlant } from '#sandbox/platform/plants/create-plant'
import { deletePlant } from '#sandbox/platform/plants/delete-plant'
import { getPlant } from '#sandbox/platform/plants/get-plant'
import {
  reactivatePlant,
  revokePlant,
  suspendPlant,
} from '#sandbox/platform/plants/lifecycle-operations'
import { listPlants } from '#sandbox/platform/plants/list-plants'
import { updatePlant } from '#sandbox/platform/plants/update-plant'
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

/** Accounts, organizations and audit log: additions of this platform, not part of the Plants API. */
export const accountOperations: readonly Operation[] = [
  listAccounts,
  createAccount,
  getAccount,
  updateAccount,
  generateApiCredentials,
  listAuditEntries,
  listOrganizations,
]
