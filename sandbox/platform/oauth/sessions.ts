import type { Kysely } from 'kysely'
import { addRefreshToken, newRefreshToken } from './refresh-tokens'
import { type SignInUser, signInEntry } from './sign-in-users'
import { addAuditEntry } from '#sandbox/platform/audit/audit-log'
import type { Database } from '#sandbox/platform/database/open-database'
import type { Tables } from '#sandbox/platform/database/tables'
import { hourMs } from '@/lib/instants'

/** Time (ms) after which an unused session ends. */
const sessionLifeMs = 12 * hourMs

export function openSession(
  database: Database,
  user: SignInUser,
  clientId: string,
  now: Date,
): Promise<{ sessionId: string; refreshToken: string }> {
  return database.transaction().execute(async (tx) => {
    const sessionId = crypto.randomUUID()
    const createdAt = now.toISOString()
    await tx.deleteFrom('sessions').where('expiresAt', '<', createdAt).execute()
    await tx
      .insertInto('sessions')
      .values({
        id: sessionId,
        userId: user.userId,
        clientId,
        createdAt,
        expiresAt: endOfSession(now),
        revokedAt: null,
      })
      .execute()
    await addAuditEntry(tx, signInEntry(user, 'signIn'), now)
    // What programs do is counted apart.
    if (!user.isByApiCredentials) {
      await tx
        .updateTable('users')
        .set({ lastSignInAt: createdAt })
        .where('id', '=', user.userId)
        .execute()
    }
    const refreshToken = newRefreshToken()
    await addRefreshToken(tx, sessionId, refreshToken, now)
    return { sessionId, refreshToken }
  })
}

export async function clientOfSession(database: Database, id: string): Promise<string | null> {
  const found = await database
    .selectFrom('sessions')
    .where('id', '=', id)
    .select('clientId')
    .executeTakeFirst()
  return found?.clientId ?? null
}

/** Ends a session; its refresh and access tokens stop working immediately. */
export async function endSession(database: Kysely<Tables>, id: string, now: Date): Promise<void> {
  await database
    .updateTable('sessions')
    .set({ revokedAt: now.toISOString() })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
}

/** Ends all sessions of a user. */
export async function endSessionsOfUser(
  database: Kysely<Tables>,
  userId: string,
  now: Date,
): Promise<void> {
  await database
    .updateTable('sessions')
    .set({ revokedAt: now.toISOString() })
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null)
    .execute()
}

/** Returns the end of a session that is used now, ISO 8601. */
export function endOfSession(now: Date): string {
  return new Date(now.getTime() + sessionLifeMs).toISOString()
}
