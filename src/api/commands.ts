import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request } from './client'
import { jsonObjectTextSchema, pageMetaSchema, timestampSchema, tolerant } from './fields'
import { type PageReach, openPageSchema, readPageMeta } from './page-meta'
import { plantPath } from './plants'
import { plantKeys } from './query-keys'
import type { WithUnreadable } from '@/lib/unreadable'

/** A command in the history. `responseStatus` and `ackedAt` are null until the plant acknowledges it. */
export const commandSchema = z
  .object({
    id: z.string(),
    cmdId: z.nullish(z.string()),
    plantId: z.nullish(z.string()),
    command: z.string(),
    payload: z.nullish(jsonObjectTextSchema),
    response: z.nullish(jsonObjectTextSchema),
    responseStatus: z.nullish(z.string()),
    sentAt: timestampSchema,
    ackedAt: timestampSchema,
    createdAt: timestampSchema,
  })
  .register(z.globalRegistry, { id: 'Command' })
export type Command = z.infer<typeof commandSchema> &
  WithUnreadable & {
    /** Members that the contract doesn't document, as sent; the config may name one as the target. */
    others?: ReadonlyMap<string, unknown> | undefined
  }

/** One page of a plant's command history (contract: `GET /plants/{id}/commands`). */
export const commandPageSchema = z
  .object({ data: z.array(commandSchema), meta: pageMetaSchema })
  .register(z.globalRegistry, { id: 'CommandPage' })

/** Query of the command history. `page` counts from 1; `limit` is 1 to 100. */
export const listCommandsQuerySchema = z.object({
  page: z._default(z.int().check(z.minimum(1)), 1),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 20),
})
type ListCommandsQuery = z.infer<typeof listCommandsQuerySchema>

/** Members that are kept as source text. */
export const commandTextMembers = ['payload', 'response']
/** A command as far as it can be read. */
export const readableCommandSchema = tolerant(commandSchema, { command: '' })

/** `unreadableRows` are those without a readable id. */
export interface CommandPage {
  data: Command[]
  unreadableRows: number
  meta: PageReach
}

async function readCommandPage(
  plantId: string,
  query: ListCommandsQuery,
  signal: AbortSignal,
): Promise<CommandPage> {
  const { data, meta } = await request({
    operation: 'listCommands',
    method: 'GET',
    path: plantPath(plantId, 'commands'),
    query,
    requestClass: 'read',
    schema: openPageSchema,
    textMembers: commandTextMembers.map((member) => `data.*.${member}`),
    signal,
  })
  const read = data.map((row) => z.safeParse(readableCommandSchema, row))
  const commands = read.flatMap((row, at) => (row.success ? [withOthers(row.data, data[at])] : []))
  return {
    data: commands,
    unreadableRows: data.length - commands.length,
    meta: readPageMeta(meta, query, data.length),
  }
}

function withOthers(command: Command, sent: unknown): Command {
  const members = typeof sent === 'object' && sent !== null ? Object.entries(sent) : []
  const others = new Map<string, unknown>(
    members.filter(([name]) => !Object.hasOwn(commandSchema.shape, name)),
  )
  return others.size > 0 ? { ...command, others } : command
}

/** Query options for the command history of one plant. The contract assumes that the latest come first, but doesn't state it. */
export const commandQueries = {
  list: (plantId: string, query: ListCommandsQuery) =>
    queryOptions({
      queryKey: plantKeys.commandPage(plantId, query),
      queryFn: ({ signal }) => readCommandPage(plantId, query, signal),
      structuralSharing: false,
    }),
  /** A page of 50; the first one shows what became of a command. */
  page: (plantId: string, page: number) => commandQueries.list(plantId, { page, limit: 50 }),
  /** The first 20 commands: the latest ones only if the page itself shows that (`showsLatest`). */
  first: (plantId: string) => commandQueries.list(plantId, { page: 1, limit: 20 }),
}
