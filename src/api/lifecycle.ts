import { mutationOptions } from '@tanstack/react-query'
import { request } from './client'
import { messageSchema } from './fields'
import { plantPath, rereadPlants } from './plants'

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

/** Disables a plant for a time. */
export const suspendPlant = lifecycleStep('suspendPlant', 'suspend')

/** Brings a suspended plant back. */
export const reactivatePlant = lifecycleStep('reactivatePlant', 'reactivate')

/** Revokes certificate and HMAC secret. 400 when the plant is decommissioned already. */
export const revokePlant = lifecycleStep('revokePlant', 'revoke')
