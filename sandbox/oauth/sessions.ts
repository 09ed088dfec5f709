import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '#sandbox/database/open-database'
import type { Tables } from '#sandbox/database/tables'
import type { PlatformContext } from '#sandbox/platform-context'
import { actingIsDemo } from './demo-users'

/** A session without use for so long has to be opened again. */
const sessionLifeMs = 12 * 60 * 60 * 1000

/** Opens a session and gives its first refresh token. */
export function openSession(
  database: Database,
  userId: string,
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
        userId,
        clientId,
        createdAt,
        expiresAt: endOf(now),
        revokedAt: null,
      })
      .execute()
    return { sessionId, refreshToken: await issueRefreshToken(tx, sessionId, now) }
  })
}

/**
 * Exchanges a refresh token for the next one; null when it is not valid. A token that was used before has
 * been copied by somebody: the whole session ends, whoever holds its newest token.
 */
export function rotateRefreshToken(
  platform: PlatformContext,
  token: string,
  clientId: string,
): Promise<{ sessionId: string; refreshToken: string } | null> {
  const now = platform.now()
  return platform.database.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('refreshTokens')
      .innerJoin('sessions', 'sessions.id', 'refreshTokens.sessionId')
      .innerJoin('users', 'users.id', 'sessions.userId')
      .where('refreshTokens.hash', '=', hashOf(token))
      .where('sessions.clientId', '=', clientId)
      .where('users.isDemo', 'in', actingIsDemo(platform))
      .select(['hash', 'usedAt', 'sessionId', 'revokedAt', 'expiresAt'])
      .executeTakeFirst()
    const usedAt = now.toISOString()
    if (!found || found.revokedAt !== null || found.expiresAt <= usedAt) return null
    if (found.usedAt !== null) {
      await endSession(tx, found.sessionId, now)
      return null
    }
    await tx.updateTable('refreshTokens').set({ usedAt }).where('hash', '=', found.hash).execute()
    await tx
      .updateTable('sessions')
      .set({ expiresAt: endOf(now) })
      .where('id', '=', found.sessionId)
      .execute()
    return {
      sessionId: found.sessionId,
      refreshToken: await issueRefreshToken(tx, found.sessionId, now),
    }
  })
}

/** The session a refresh token belongs to, used or not. */
export async function sessionOfRefreshToken(
  database: Database,
  token: string,
): Promise<string | null> {
  const found = await database
    .selectFrom('refreshTokens')
    .where('hash', '=', hashOf(token))
    .select('sessionId')
    .executeTakeFirst()
  return found?.sessionId ?? null
}

/** The client a session was opened by; null for a session nobody knows any more. */
export async function clientOfSession(database: Database, id: string): Promise<string | null> {
  const found = await database
    .selectFrom('sessions')
    .where('id', '=', id)
    .select('clientId')
    .executeTakeFirst()
  return found?.clientId ?? null
}

/** Ends a session: its refresh tokens and its access tokens stop at once. */
export async function endSession(database: Kysely<Tables>, id: string, now: Date): Promise<void> {
  await database
    .updateTable('sessions')
    .set({ revokedAt: now.toISOString() })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
}

async function issueRefreshToken(
  tx: Kysely<Tables>,
  sessionId: string,
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx
    .insertInto('refreshTokens')
    .values({ hash: hashOf(token), sessionId, createdAt: now.toISOString(), usedAt: null })
    .execute()
  return token
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

function endOf(now: Date): string {
  return new Date(now.getTime() + sessionLifeMs).toISOString()
}
