import { graceMinutes, rotateSecretOf, nextRotationAt } from './plant-secrets'
import { ApiProblem } from '#sandbox/platform/http/api-problem'
import { plantOperation } from '#sandbox/platform/http/operation'
import { mayConnect } from '#sandbox/platform/lifecycle/lifecycle'
import { administrators } from '#sandbox/platform/oauth/roles'
import { rotatedSecretSchema } from '@/api/provisioning'

/**
 * `POST /plants/{id}/rotate-secret`: replaces the secret. A second rotation within the grace period would invalidate a
 * secret that is still in use.
 */
export const rotateSecret = plantOperation(
  {
    id: 'rotateSecret',
    method: 'post',
    path: '/plants/{id}/rotate-secret',
    summary: 'Rotate plant HMAC secret (1h grace period for both old and new)',
    roles: administrators,
    response: {
      status: 200,
      description: 'The new secret, shown once',
      schema: rotatedSecretSchema,
    },
    badRequest: 'BAD_REQUEST',
    isShownOnce: true,
  },
  async ({ platform, tx, plant, now, afterCommit }) => {
    if (!mayConnect(plant.lifecycleStatus)) {
      throw new ApiProblem(
        'BAD_REQUEST',
        `The secret of a plant that is ${plant.lifecycleStatus} cannot be rotated`,
      )
    }
    const rotatableAt = nextRotationAt(plant.secretRotatedAt, now)
    if (rotatableAt) {
      throw new ApiProblem(
        'BAD_REQUEST',
        `The secret was rotated less than ${graceMinutes} minutes ago. Try again after ${rotatableAt.toISOString()}.`,
      )
    }
    const hmacSecret = await rotateSecretOf(tx, platform.vault, plant.id, now)
    const rotatedAt = now.toISOString()
    await tx
      .updateTable('plants')
      .set({ secretRotatedAt: rotatedAt, updatedAt: rotatedAt })
      .where('id', '=', plant.id)
      .execute()
    // A stored package contains the previous secret.
    await tx.deleteFrom('provisioningPackages').where('plantId', '=', plant.id).execute()
    afterCommit(() => platform.credentialEvents.emit('rotated', plant.id, hmacSecret))
    return JSON.stringify({ hmacSecret, gracePeriodMinutes: graceMinutes })
  },
)
