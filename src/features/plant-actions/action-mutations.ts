import type { UseMutationOptions } from '@tanstack/react-query'
import { reactivatePlant, revokePlant, suspendPlant } from '@/api/lifecycle'
import { deletePlant } from '@/api/plant-mutations'
import {
  type Issued,
  downloadProvisioningPackage,
  issueMqttToken,
  provisionPlant,
  rotateSecret,
} from '@/api/provisioning'
import type { ConfirmedAction } from '@/domain/actions/consequences'

type ActionMutation = UseMutationOptions<Issued | undefined, Error, string>

/** Mutations of all confirmed actions. Each takes the plant's ID and resolves to what was issued, if anything. */
export const actionMutations: Record<ConfirmedAction, ActionMutation> = {
  suspend: giving(suspendPlant, () => undefined),
  reactivate: giving(reactivatePlant, () => undefined),
  revoke: giving(revokePlant, () => undefined),
  delete: giving(deletePlant, () => undefined),
  provision: giving(provisionPlant, (provisioningPackage) => ({
    action: 'provision',
    provisioningPackage,
  })),
  download: giving(downloadProvisioningPackage, (provisioningPackage) => ({
    action: 'download',
    provisioningPackage,
  })),
  'rotate-secret': giving(rotateSecret, (rotatedSecret) => ({
    action: 'rotate-secret',
    rotatedSecret,
  })),
  'mqtt-token': giving(issueMqttToken, (mqttToken) => ({ action: 'mqtt-token', mqttToken })),
}

function giving<Received>(
  { mutationFn, onSettled }: UseMutationOptions<Received, Error, string>,
  read: (response: Received) => Issued | undefined,
): ActionMutation {
  return {
    mutationFn: async (plantId, context) => {
      if (!mutationFn) throw new Error('an action without a request')
      return read(await mutationFn(plantId, context))
    },
    // Refreshing the plants doesn't use the response.
    onSettled: (_issued, ...rest) => onSettled?.(undefined, ...rest),
  }
}
