// A plant's HMAC secrets. After a rotation the former one holds for 60 minutes more (Plants API,
// rotate-secret: "1h grace period for both old and new").
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import type { Vault } from '#sandbox/platform/pki/vault'

/** How long the former secret holds after a rotation. */
export const graceMinutes = 60
const graceMs = graceMinutes * 60_000

/** A secret that holds now. */
export interface PlantSecret {
  secret: string
  isCurrent: boolean
  /** The plant has signed with it. */
  isProven: boolean
}

/** Gives a plant a new secret; all former ones end at once. */
export async function replaceSecret(
  tx: Kysely<Tables>,
  vault: Vault,
  plantId: string,
  now: Date,
): Promise<string> {
  await endSecrets(tx, plantId)
  return insertSecret(tx, vault, plantId, now)
}

/** Gives a plant a new secret; the former one holds for the grace. */
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

/** Ends all secrets of a plant. */
export async function endSecrets(tx: Kysely<Tables>, plantId: string): Promise<void> {
  await tx.deleteFrom('plantSecrets').where('plantId', '=', plantId).execute()
}

/** The secrets that hold at a moment, the current one first. */
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
    // SQLite puts null, the current one's, first.
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
 * The secret to sign a command with: during the grace the one that the plant has shown to know, because a new
 * secret is no use before somebody has carried it there.
 */
export function signingSecret(secrets: readonly PlantSecret[]): string | null {
  const [current, former] = secrets
  if (!current) return null
  return former && !current.isProven ? former.secret : current.secret
}

/** Notes that a plant has signed with its current secret. */
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

/** When a secret may be rotated again; null when that is now. */
export function rotationHeldBackUntil(secretRotatedAt: string | null, now: Date): Date | null {
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

function contextOf(plantId: string): string {
  return `hmac-secret ${plantId}`
}
