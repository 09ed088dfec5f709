import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import { ApiProblem } from './api-problem'

const keptForMs = 24 * 60 * 60 * 1000

/** A request that carries an `Idempotency-Key`. */
export interface KeyedRequest {
  userId: string
  key: string
  /** What the request asks for; the same key may not ask for anything else. */
  fingerprint: string
}

/** Reads the `Idempotency-Key` of a mutation; null when it carries none. */
export function keyedRequest(
  userId: string,
  key: string | undefined,
  parts: readonly string[],
): KeyedRequest | null {
  if (key === undefined || key === '') return null
  if (key.length > 200) {
    throw new ApiProblem('BAD_REQUEST', 'Idempotency-Key is longer than 200 characters')
  }
  const fingerprint = createHash('sha256').update(parts.join('\n')).digest('base64url')
  return { userId, key, fingerprint }
}

/** The first answer to a request that came before with the same key; null when it is new. */
export async function firstAnswer(
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
    throw new ApiProblem('CONFLICT', 'This Idempotency-Key was used for another request')
  }
  return found ?? null
}

/**
 * Keeps the answer for 24 hours, in the transaction of the effect itself: either both are there after a
 * crash or neither. Refusals are not kept; nothing happened, so the request may be tried again.
 */
export async function keepAnswer(
  tx: Kysely<Tables>,
  { userId, key, fingerprint }: KeyedRequest,
  answer: { status: number; body: string },
  now: Date,
): Promise<void> {
  await tx.deleteFrom('idempotencyKeys').where('createdAt', '<', oldest(now)).execute()
  await tx
    .insertInto('idempotencyKeys')
    .values({ userId, key, fingerprint, ...answer, createdAt: now.toISOString() })
    .execute()
}

/** Keeps another text of the answer, which became known after the commit. */
export async function keepAnswerText(
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

/** What is kept of an answer that holds a secret: a replay never repeats it. */
export function shownOnceAnswer(): { status: number; body: string } {
  const problem = new ApiProblem(
    'CONFLICT',
    'This request was carried out before; its answer held a secret, which is shown once',
  )
  return { status: problem.status, body: problem.envelope() }
}

function oldest(now: Date): string {
  return new Date(now.getTime() - keptForMs).toISOString()
}
