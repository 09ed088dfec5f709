import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '#sandbox/platform/database/open-database'
import type { Tables } from '#sandbox/platform/database/tables'

/** A refresh token that is derived from no other: the first one of a session. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A salt for `nextRefreshToken`. */
export function newSalt(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * Derives the token that follows another one. It can be derived again for a client that did not get it, and still
 * is not in the database: deriving it takes the previous token, which only the client has, and the salt, which
 * only the server has.
 */
export function nextRefreshToken(token: string, salt: string): string {
  return createHmac('sha256', salt).update(token).digest('base64url')
}

/** The form in which the database knows a refresh token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Stores a refresh token that was not used yet. */
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
