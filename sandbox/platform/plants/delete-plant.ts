import { plantOperation } from '#sandbox/platform/http/operation'
import { administrators } from '#sandbox/platform/oauth/roles'
import { endCredentials } from '#sandbox/platform/provisioning/issue-package'
import { messageSchema } from '@/api/fields'

/** `DELETE /plants/{id}`: possible in any state. */
export const deletePlant = plantOperation(
  {
    id: 'deletePlant',
    method: 'delete',
    path: '/plants/{id}',
    summary: 'Delete a plant',
    roles: administrators,
    response: { status: 200, description: 'Done', schema: messageSchema },
    badRequest: 'INVALID_UUID',
  },
  async ({ platform, tx, plant, now, afterCommit, recordChanges }) => {
    recordChanges([
      { member: 'name', from: plant.name },
      { member: 'serialNumber', from: plant.serialNumber },
    ])
    await endCredentials(tx, plant.id, now)
    await tx.deleteFrom('plants').where('id', '=', plant.id).execute()
    afterCommit(() => platform.credentialEvents.emit('ended', plant.id))
    return JSON.stringify({ message: 'Plant deleted' })
  },
)
