import { mutationOptions } from '@tanstack/react-query'
import { request } from './client'
import { messageSchema } from './fields'
import { rereadPlants } from './plant-mutations'
import { plantPath } from './plants'

function lifecycleStep(operation: string, step: string) {
  return mutationOptions({
    mutationFn: (plantId: string) =>
      request({
        operation,
        method: 'POST',
        path: plantPath(plantId, step),
        requestClass: 'write',
        schema: messageSchema,
      }),
    onSettled: rereadPlants,
  })
}

/** Mutation options for suspending a plant temporarily. */
export const suspendPlant = lifecycleStep('suspendPlant', 'suspend')

/** Mutation options for ending a suspension. */
export const reactivatePlant = lifecycleStep('reactivatePlant', 'reactivate')

/** Mutation options for revoking the certificate and HMAC secret. 400 when the plant is already decommissioned. */
export const revokePlant = lifecycleStep('revokePlant', 'revoke')
