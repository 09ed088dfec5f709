import { messageSchema } from '@/api/fields'
import { plantOperation } from '#sandbox/http/operation'
import { administrators } from '#sandbox/oauth/roles'

/** `DELETE /plants/{id}`: possible in any state. */
export const deletePlant = plantOperation(
  {
    id: 'deletePlant',
    method: 'delete',
    path: '/plants/{id}',
    summary: 'Delete a plant',
    roles: administrators,
    answer: { status: 200, description: 'Done', schema: messageSchema },
    badRequest: 'INVALID_UUID',
  },
  async ({ tx, plant }) => {
    await tx.deleteFrom('plants').where('id', '=', plant.id).execute()
    return JSON.stringify({ message: 'Plant deleted' })
  },
)
