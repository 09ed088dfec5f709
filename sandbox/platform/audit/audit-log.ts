import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import type { AuditChange } from '@/api/account-schemas'
import { dayMs } from '@/lib/instants'

/** Time (ms) for which entries are kept. */
const keptForMs = 365 * dayMs

/** An entry before it is stored. */
export interface NewEntry {
  /** Organization in which it was done. */
  organizationId: string
  userId: string
  username: string
  isByApiCredentials: boolean
  /** Operation of the API, `signIn` or `signInRefused`. */
  action: string
  subjectId: string | null
  /** The values that were set, where the action alone doesn't say it. */
  changes?: readonly AuditChange[] | undefined
}

/** Adds an entry, in the transaction of the action itself, so that a crash keeps both or neither. */
export async function addAuditEntry(tx: Kysely<Tables>, entry: NewEntry, now: Date): Promise<void> {
  const { organizationId, userId, username, action, subjectId } = entry
  const isByApiCredentials = entry.isByApiCredentials ? 1 : 0
  const at = now.toISOString()
  const changes = entry.changes ? JSON.stringify(entry.changes) : null
  await tx
    .insertInto('auditEntries')
    .values({
      organizationId,
      userId,
      username,
      action,
      subjectId,
      isByApiCredentials,
      at,
      changes,
    })
    .execute()
}

/** Deletes entries that are more than a year old. */
export async function pruneAuditEntries(database: Kysely<Tables>, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - keptForMs).toISOString()
  await database.deleteFrom('auditEntries').where('at', '<', oldest).execute()
}
