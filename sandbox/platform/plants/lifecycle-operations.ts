import { type Operation, plantOperation } from '#sandbox/platform/http/operation'
import { type LifecycleStep, requiredStateAfter } from '#sandbox/platform/lifecycle/lifecycle'
import { administrators } from '#sandbox/platform/oauth/roles'
import { endCredentials } from '#sandbox/platform/provisioning/issue-package'
import { messageSchema } from '@/api/fields'

export const suspendPlant = lifecycleOperation(
  'suspend',
  'Suspend a plant (temporary disable)',
  'suspended',
)

export const reactivatePlant = lifecycleOperation(
  'reactivate',
  'Reactivate a suspended plant',
  'reactivated',
)

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
      response: { status: 200, description: 'Done', schema: messageSchema },
      badRequest: 'BAD_REQUEST',
    },
    async ({ platform, tx, plant, now, afterCommit }) => {
      const lifecycleStatus = requiredStateAfter(step, plant.lifecycleStatus)
      await tx
        .updateTable('plants')
        .set({
          lifecycleStatus,
          // A plant that may no longer connect is offline; one that may connect again has not done so yet.
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
