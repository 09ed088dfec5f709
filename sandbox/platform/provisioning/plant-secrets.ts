// HMAC secrets of plants. After a rotation, the previous secret stays valid for 60 minutes (Plants API, rotate-secret:
// "1h grace period for both old and new").
import type { Kysely } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { Tables } from '#sandbox/platform/database/tables'
import type { Sealed, Vault } from '#sandbox/platform/pki/vault'
import { minuteMs } from '@/lib/instants'

/** Time (minutes) for which the previous secret stays valid after a rotation. */
export const graceMinutes = 60
const graceMs = graceMinutes * minuteMs

interface PlantSecret {
  secret: string
  isCurrent: boolean
  /** True once the plant has signed with it. */
  isProven: boolean
}

/** Gives a plant a new secret; all previous ones become invalid immediately. */
export async function replaceSecret(
  tx: Kysely<Tables>,
  vault: Vault,
  plantId: string,
  now: Date,
): Promise<string> {
  await endSecrets(tx, plantId)
  return insertSecret(tx, vault, plantId, now)
}

/** Gives a plant a new secret; the previous one stays valid for the grace period. */
export async function rotateSecretOf(
  tx: Kysely<Tables>,
  vault: Vault,
  plantId: string,
  now: Date,
): Promise<string> {
  await tx
    .deleteFrom('plantSecrets')
    .where('plantId', '=', plantId)
    .where('endsAt', 'is not', null)
    .execute()
  await tx
    .updateTable('plantSecrets')
    .set({ endsAt: new Date(now.getTime() + graceMs).toISOString() })
    .where('plantId', '=', plantId)
    .execute()
  return insertSecret(tx, vault, plantId, now)
}

export async function endSecrets(tx: Kysely<Tables>, plantId: string): Promise<void> {
  await tx.deleteFrom('plantSecrets').where('plantId', '=', plantId).execute()
}

/** Returns the secrets that are valid at a moment, the current one first. */
export async function secretsOf(
  database: Kysely<Tables>,
  vault: Vault,
  plantId: string,
  now: Date,
): Promise<PlantSecret[]> {
  const rows = await database
    .selectFrom('plantSecrets')
    .where('plantId', '=', plantId)
    .where((where) =>
      where.or([where('endsAt', 'is', null), where('endsAt', '>', now.toISOString())]),
    )
    // SQLite sorts null first, which marks the current secret.
    .orderBy('endsAt')
    .select(['sealed', 'endsAt', 'provenAt'])
    .execute()
  return rows.map(({ sealed, endsAt, provenAt }) => ({
    secret: vault.open(sealed, contextOf(plantId)),
    isCurrent: endsAt === null,
    isProven: provenAt !== null,
  }))
}

/**
 * Returns the secret with which to sign a command. During the grace period, this is the previous one until the plant
 * has used the new one, because someone first has to take that to the plant.
 */
export function signingSecret(secrets: readonly PlantSecret[]): string | null {
  const [current, previous] = secrets
  if (!current) return null
  return previous && !current.isProven ? previous.secret : current.secret
}

export async function markCurrentProven(
  tx: Kysely<Tables>,
  plantId: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('plantSecrets')
    .set({ provenAt: now.toISOString() })
    .where('plantId', '=', plantId)
    .where('endsAt', 'is', null)
    .where('provenAt', 'is', null)
    .execute()
}

/** Returns the time from which a secret can be rotated again, or null if it already can. */
export function nextRotationAt(secretRotatedAt: string | null, now: Date): Date | null {
  if (secretRotatedAt === null) return null
  const until = new Date(Date.parse(secretRotatedAt) + graceMs)
  return until > now ? until : null
}

async function insertSecret(
  tx: Kysely<Tables>,
  vault: Vault,
  plantId: string,
  now: Date,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await tx
    .insertInto('plantSecrets')
    .values({
      plantId,
      sealed: vault.seal(secret, contextOf(plantId)),
      createdAt: now.toISOString(),
      endsAt: null,
      provenAt: null,
    })
    .execute()
  return secret
}

/** Returns the newest stored secret, to check the key of the vault. */
export async function newestSealedSecret(database: Kysely<Tables>): Promise<Sealed | null> {
  const newest = await database
    .selectFrom('plantSecrets')
    .orderBy('createdAt', 'desc')
    .limit(1)
    .select(['plantId', 'sealed'])
    .executeTakeFirst()
  return newest ? sealedSecret(newest) : null
}

/** Returns a stored secret with what it takes to open it. */
export function sealedSecret({ plantId, sealed }: { plantId: string; sealed: string }): Sealed {
  return { sealed, context: contextOf(plantId) }
}

function contextOf(plantId: string): string {
  return `hmac-secret ${plantId}`
}
