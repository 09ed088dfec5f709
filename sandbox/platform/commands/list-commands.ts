import { commandTexts } from './command-rows'
import { plantOperation } from '#sandbox/platform/http/operation'
import { readers } from '#sandbox/platform/oauth/roles'
import { commandPageSchema, listCommandsQuerySchema } from '@/api/commands'

export const listCommands = plantOperation(
  {
    id: 'listCommands',
    method: 'get',
    path: '/plants/{id}/commands',
    summary: 'List command history for a plant',
    roles: readers,
    query: listCommandsQuerySchema,
    response: {
      status: 200,
      description: 'One page of commands, newest first',
      schema: commandPageSchema,
    },
    badRequest: 'INVALID_UUID',
  },
  async ({ tx, plant, query }) => {
    const { total } = await tx
      .selectFrom('commands')
      .where('plantId', '=', plant.id)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const { page, limit } = query
    const meta = { page, limit, total, totalPages: Math.ceil(total / limit) }
    const data = await commandTexts(tx, plant.id, query)
    return `{"data":[${data.join(',')}],"meta":${JSON.stringify(meta)}}`
  },
)
