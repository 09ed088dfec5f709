import { messageSchema } from '@/api/fields'
import { ApiProblem } from '#sandbox/http/api-problem'
import { type Operation, plantOperation } from '#sandbox/http/operation'
import { administrators } from '#sandbox/oauth/roles'
import { type LifecycleStep, stateAfter, statesFor } from './lifecycle'

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
    async ({ tx, plant, now }) => {
      const lifecycleStatus = stateAfter(step, plant.lifecycleStatus)
      if (lifecycleStatus === null) {
        throw new ApiProblem(
          'BAD_REQUEST',
          `Plant cannot be ${done}: it is ${plant.lifecycleStatus}, and ${step} needs ${statesFor(step).join(' or ')}`,
        )
      }
      await tx
        .updateTable('plants')
        .set({
          lifecycleStatus,
          // A plant that may not connect is not connected.
          ...(lifecycleStatus === 'ACTIVE' ? {} : { status: 'OFFLINE' }),
          updatedAt: now.toISOString(),
        })
        .where('id', '=', plant.id)
        .execute()
      return JSON.stringify({ message: `Plant ${done}` })
    },
  )
}
