import type { Kysely } from 'kysely'
import { allowedIsDemoValues } from './demo-users'
import { addRefreshToken, hashOf, newSalt, nextRefreshToken } from './refresh-tokens'
import { endSession, endOfSession } from './sessions'
import type { Tables } from '#sandbox/platform/database/tables'
import type { PlatformContext } from '#sandbox/platform/platform-context'

/**
 * Grace period (ms) in which the previous refresh token may be used again. A reload or a broken connection can lose
 * the response to a refresh; the client then still has the used token and must not lose its session for that. Okta and
 * Auth0 offer the same grace period.
 */
const graceMs = 10_000

/**
 * Exchanges a refresh token for the next one, in one transaction; returns null for an invalid token.
 *
 * Within the grace period, the previous token returns the same next token again, so a session never has two newest
 * tokens, however many tabs and retries use the previous one. Any other reuse means that a token was copied: the whole
 * session ends, even for the holder of its newest token.
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
      .where('users.isDemo', 'in', allowedIsDemoValues(platform))
      .select(['hash', 'usedAt', 'nextSalt', 'sessionId', 'revokedAt', 'expiresAt'])
      .executeTakeFirst()
    if (!found || found.revokedAt !== null || found.expiresAt <= now.toISOString()) return null
    const { sessionId, hash, usedAt, nextSalt } = found
    if (usedAt === null) {
      const salt = newSalt()
      await useUp(tx, { sessionId, hash, salt }, now)
      const refreshToken = nextRefreshToken(token, salt)
      await addRefreshToken(tx, sessionId, refreshToken, now)
      return { sessionId, refreshToken }
    }
    // A clock that was set back must not extend the grace period.
    const isInGrace = Math.abs(now.getTime() - Date.parse(usedAt)) <= graceMs
    if (nextSalt !== null && isInGrace) {
      return { sessionId, refreshToken: nextRefreshToken(token, nextSalt) }
    }
    await endSession(tx, sessionId, now)
    return null
  })
}

/** Marks a token as used. Only the last used token keeps its salt, so only the previous token can be repeated. */
async function useUp(
  tx: Kysely<Tables>,
  { sessionId, hash, salt }: { sessionId: string; hash: string; salt: string },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('refreshTokens')
    .set({ nextSalt: null })
    .where('sessionId', '=', sessionId)
    .where('nextSalt', 'is not', null)
    .execute()
  await tx
    .updateTable('refreshTokens')
    .set({ usedAt: now.toISOString(), nextSalt: salt })
    .where('hash', '=', hash)
    .execute()
  await tx
    .updateTable('sessions')
    .set({ expiresAt: endOfSession(now) })
    .where('id', '=', sessionId)
    .execute()
}
