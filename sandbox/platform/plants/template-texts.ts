import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import { stringifyWithText } from '@/lib/json-writing'

export async function templateTexts(
  tx: Kysely<Tables>,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const templates = await tx.selectFrom('templates').where('id', 'in', wanted).selectAll().execute()
  return new Map(
    templates.map(({ signals, actions, isSystem, ...template }) => [
      template.id,
      stringifyWithText({ ...template, isSystem: isSystem === 1 }, { signals, actions }),
    ]),
  )
}
