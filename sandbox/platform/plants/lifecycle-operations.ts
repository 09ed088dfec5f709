import { messageSchema } from '@/api/fields'
import { type Operation, plantOperation } from '#sandbox/platform/http/operation'
import { administrators } from '#sandbox/platform/oauth/roles'
import { endCredentials } from '#sandbox/platform/provisioning/issue-package'
import { type LifecycleStep, requiredStateAfter } from './lifecycle'

/** `POST /plants/{id}/suspend` */
export const suspendPlant = lifecycleOperation(
  'suspend',
  'Suspend a plant (temporary disable)',
  'suspended',
)

/** `POST /plants/{id}/reactivate` */
export const reactivatePlant = lifecycleOperation(
  'reactivate',
  'Reactivate a suspended plant',
  'reactivated',
)

/** `POST /plants/{id}/revoke` */
export const revokePlant = lifecycleOperation(
  'revoke',
  'Revoke plant certificate and HMAC secret',
  'revoked',
)

function lifecycleOperation(step: LifecycleStep, summary: string, done: string): Operation {
  return plantOperation(
    {
      id: `${step}Plant`,
      method: 'post',
      path: `/plants/{id}/${step}`,
      summary,
      roles: administrators,
      answer: { status: 200, description: 'Done', schema: messageSchema },
      badRequest: 'BAD_REQUEST',
    },
    async ({ platform, tx, plant, now, afterCommit }) => {
      const lifecycleStatus = requiredStateAfter(step, plant.lifecycleStatus)
      await tx
        .updateTable('plants')
        .set({
          lifecycleStatus,
          // A plant that may not connect is not connected; one that may again has yet to come.
          status: 'OFFLINE',
          updatedAt: now.toISOString(),
        })
        .where('id', '=', plant.id)
        .execute()
      if (step === 'revoke') await endCredentials(tx, plant.id, now)
      afterCommit(() => platform.credentialEvents.emit('ended', plant.id))
      return JSON.stringify({ message: `Plant ${done}` })
    },
  )
}
