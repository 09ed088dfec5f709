import { issuePackage } from './issue-package'
import { keepPackage, keptPackage } from './kept-package'
import type { PlantRow } from '#sandbox/platform/database/tables'
import { ApiProblem } from '#sandbox/platform/http/api-problem'
import { plantOperation } from '#sandbox/platform/http/operation'
import { isConnectedState } from '#sandbox/platform/lifecycle/connected-states'
import { requiredStateAfter } from '#sandbox/platform/lifecycle/lifecycle'
import { administrators } from '#sandbox/platform/oauth/roles'
import { provisioningPackageSchema } from '@/api/provisioning'

/** `POST /plants/{id}/provision`: issues credentials; revokes the previous ones and closes sessions that use them. */
export const provisionPlant = plantOperation(
  {
    id: 'provisionPlant',
    method: 'post',
    path: '/plants/{id}/provision',
    summary: 'Generate provisioning package for a plant',
    roles: administrators,
    response: {
      status: 200,
      description: 'The package. Its secrets are shown once.',
      schema: provisioningPackageSchema,
    },
    badRequest: 'BAD_REQUEST',
    isShownOnce: true,
  },
  async ({ platform, tx, plant, now, afterCommit }) => {
    const lifecycleStatus = requiredStateAfter('provision', plant.lifecycleStatus)
    const issued = await issuePackage({ platform, tx, plant, now })
    await keepPackage(tx, platform.vault, issued, now)
    await tx
      .updateTable('plants')
      .set({ lifecycleStatus, updatedAt: now.toISOString(), ...endedSimulation(plant) })
      .where('id', '=', plant.id)
      .execute()
    afterCommit(() => {
      platform.credentialEvents.emit('ended', plant.id)
      platform.credentialEvents.emit('issued', issued)
    })
    return JSON.stringify(issued)
  },
)

/** A plant without a client has no session to close, and no one to install the package: it stays away from then on. */
function endedSimulation({ simulated, status }: PlantRow) {
  if (simulated === null) return {}
  return { simulated: 'SILENT', status: isConnectedState(status) ? 'OFFLINE' : status }
}

/** `GET /plants/{id}/provision/download`: returns the last issued package for 15 minutes; never issues one. */
export const downloadProvisioningPackage = plantOperation(
  {
    id: 'downloadProvisioningPackage',
    method: 'get',
    path: '/plants/{id}/provision/download',
    summary: 'Download provisioning package as JSON file',
    roles: administrators,
    response: {
      status: 200,
      description: 'The package as a file',
      schema: provisioningPackageSchema,
      fileName: 'provisioning-package.json',
    },
    isAudited: true,
    badRequest: 'BAD_REQUEST',
  },
  async ({ platform, tx, plant, now }) => {
    const kept = await keptPackage(tx, platform.vault, plant.id, now)
    if (kept !== null) return kept
    throw new ApiProblem(
      'BAD_REQUEST',
      'No package is available. A package can be downloaded for 15 minutes after provisioning, unless the secret is rotated.',
    )
  },
)
