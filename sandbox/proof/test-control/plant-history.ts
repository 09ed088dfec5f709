import type { Kysely } from 'kysely'
import * as z from 'zod/mini'
import type { Tables } from '#sandbox/platform/database/tables'

const text = z.string()
const nullableText = z._default(z.nullable(text), null)

/** Past events of a plant as a test defines them; times are stored as given. */
export const plantHistorySchema = z.strictObject({
  alerts: z._default(
    z.array(
      z.strictObject({
        type: z._default(text, 'THRESHOLD_EXCEEDED'),
        severity: z._default(text, 'WARNING'),
        status: z._default(text, 'ACTIVE'),
        message: z._default(text, 'Something is wrong'),
        createdAt: z.optional(text),
        acknowledgedAt: nullableText,
        acknowledgedBy: nullableText,
        resolvedAt: nullableText,
      }),
    ),
    [],
  ),
  commands: z._default(
    z.array(
      z.strictObject({
        command: text,
        payload: nullableText,
        response: nullableText,
        responseStatus: nullableText,
        sentAt: nullableText,
        ackedAt: nullableText,
        createdAt: z.optional(text),
      }),
    ),
    [],
  ),
  groups: z._default(z.array(text), []),
})
type PlantHistory = z.infer<typeof plantHistorySchema>

/** Stores past events of a plant, in addition to those that the platform recorded. */
export async function addPlantHistory(
  tx: Kysely<Tables>,
  { organizationId, plantId }: { organizationId: string; plantId: string },
  { alerts, commands, groups }: PlantHistory,
  now: Date,
): Promise<void> {
  const nowText = now.toISOString()
  for (const { createdAt = nowText, ...alert } of alerts) {
    const id = crypto.randomUUID()
    const row = { ...alert, id, plantId, rule: null, createdAt, updatedAt: createdAt }
    await tx.insertInto('alerts').values(row).execute()
  }
  for (const { createdAt = nowText, ...command } of commands) {
    const [id, cmdId] = [crypto.randomUUID(), crypto.randomUUID()]
    const row = { ...command, id, cmdId, plantId, target: null, ackNonce: null, createdAt }
    await tx.insertInto('commands').values(row).execute()
  }
  for (const name of groups) {
    const plantGroupId = crypto.randomUUID()
    const times = { createdAt: nowText, updatedAt: nowText }
    const group = { id: plantGroupId, organizationId, name, description: null, ...times }
    await tx.insertInto('plantGroups').values(group).execute()
    await tx.insertInto('plantGroupMembers').values({ plantId, plantGroupId }).execute()
  }
}
