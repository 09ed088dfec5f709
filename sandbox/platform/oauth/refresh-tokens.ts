import type { Kysely } from 'kysely'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Database } from '#sandbox/platform/database/open-database'
import type { Tables } from '#sandbox/platform/database/tables'

/** Creates the first refresh token of a session, which is not derived from another one. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url')
}

export function newSalt(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * Derives the token that follows another one. The server can derive it again for a client that did not receive it,
 * without storing it: this requires the previous token, which only the client has, and the salt, which only the server
 * has.
 */
export function nextRefreshToken(token: string, salt: string): string {
  return createHmac('sha256', salt).update(token).digest('base64url')
}

/** Returns the hash under which the database stores a refresh token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

export async function addRefreshToken(
  tx: Kysely<Tables>,
  sessionId: string,
  token: string,
  now: Date,
): Promise<void> {
  const createdAt = now.toISOString()
  await tx
    .insertInto('refreshTokens')
    .values({ hash: hashOf(token), sessionId, createdAt, usedAt: null, nextSalt: null })
    .execute()
}

/** Returns the session of a refresh token, used or not; null for an unknown token. */
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
