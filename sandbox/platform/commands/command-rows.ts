import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import { stringifyWithText } from '@/lib/json-writing'

const fields = [
  'id',
  'cmdId',
  'plantId',
  'command',
  'target',
  'payload',
  'response',
  'responseStatus',
  'sentAt',
  'ackedAt',
  'createdAt',
] as const

type CommandRow = Pick<Selectable<Tables['commands']>, (typeof fields)[number]>

export async function commandTexts(
  tx: Kysely<Tables>,
  plantId: string,
  { page, limit }: { page: number; limit: number },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('commands')
    .where('plantId', '=', plantId)
    .orderBy('createdAt', 'desc')
    .orderBy('sequence', 'desc')
    .limit(limit)
    .offset((page - 1) * limit)
    .select(fields)
    .execute()
  return rows.map(commandText)
}

export async function loggedCommandText(tx: Kysely<Tables>, commandId: string): Promise<string> {
  const row = await tx
    .selectFrom('commands')
    .where('id', '=', commandId)
    .select(fields)
    .executeTakeFirstOrThrow()
  return commandText(row)
}

/** Payload and response keep their stored text. `target` is an addition: the document's command has no such field. */
function commandText({ payload, response, target, ...members }: CommandRow): string {
  return stringifyWithText({ ...members, target: target ?? undefined }, { payload, response })
}
