import type { Kysely } from 'kysely'
import { ApiProblem } from './api-problem'
import type { Tables } from '#sandbox/platform/database/tables'
import { dayMs } from '@/lib/instants'

const keptForMs = dayMs

interface KeyedRequest {
  userId: string
  key: string
  /** Fingerprint of the request's content, which may be a password; a key cannot be reused for another request. */
  fingerprint: string
}

export function keyedRequest(
  userId: string,
  key: string | undefined,
  fingerprint: string,
): KeyedRequest | null {
  if (key === undefined || key === '') return null
  if (key.length > 200) {
    throw new ApiProblem('BAD_REQUEST', 'Idempotency-Key must not be longer than 200 characters')
  }
  return { userId, key, fingerprint }
}

/**
 * Returns the stored response to an earlier request with the same key, or null for a new key.
 * @throws ApiProblem CONFLICT if the key was used for another request
 */
export async function storedResponse(
  tx: Kysely<Tables>,
  { userId, key, fingerprint }: KeyedRequest,
  now: Date,
): Promise<{ status: number; body: string } | null> {
  const found = await tx
    .selectFrom('idempotencyKeys')
    .where('userId', '=', userId)
    .where('key', '=', key)
    .where('createdAt', '>=', oldest(now))
    .select(['fingerprint', 'status', 'body'])
    .executeTakeFirst()
  if (found && found.fingerprint !== fingerprint) {
    throw new ApiProblem(
      'CONFLICT',
      'This Idempotency-Key was already used for a different request',
    )
  }
  return found ?? null
}

/**
 * Stores the response for 24 hours, in the transaction of the change itself, so that a crash keeps both or neither.
 * Refusals are not stored: nothing was changed, so the request can be repeated.
 */
export async function storeResponse(
  tx: Kysely<Tables>,
  { userId, key, fingerprint }: KeyedRequest,
  response: { status: number; body: string },
  now: Date,
): Promise<void> {
  await tx.deleteFrom('idempotencyKeys').where('createdAt', '<', oldest(now)).execute()
  await tx
    .insertInto('idempotencyKeys')
    .values({ userId, key, fingerprint, ...response, createdAt: now.toISOString() })
    .execute()
}

/** Replaces the stored response with one that became known after the commit. */
export async function replaceStoredBody(
  database: Kysely<Tables>,
  { userId, key }: KeyedRequest,
  body: string,
): Promise<void> {
  await database
    .updateTable('idempotencyKeys')
    .set({ body })
    .where('userId', '=', userId)
    .where('key', '=', key)
    .execute()
}

/** Returns the response stored instead of one that contains a secret, so that a replay never repeats the secret. */
export function shownOnceResponse(): { status: number; body: string } {
  const problem = new ApiProblem(
    'CONFLICT',
    'This request was already completed. Its response contained a secret, which is shown only once.',
  )
  return { status: problem.status, body: problem.envelope() }
}

function oldest(now: Date): string {
  return new Date(now.getTime() - keptForMs).toISOString()
}
