import type { Kysely } from 'kysely'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Tables } from '#sandbox/platform/database/tables'

interface PlantPassword {
  username: string
  password: string
}

/** Creates a new MQTT password for a plant, which invalidates the previous one. Only its hash is stored. */
export async function replacePassword(tx: Kysely<Tables>, plantId: string): Promise<PlantPassword> {
  const username = await freeUsername(tx, plantId)
  // 24 random bytes result in 32 characters of base64url.
  const password = randomBytes(24).toString('base64url')
  const hash = hashOf(password)
  await tx
    .insertInto('plantPasswords')
    .values({ plantId, username, hash })
    .onConflict((conflict) => conflict.column('plantId').doUpdateSet({ username, hash }))
    .execute()
  return { username, password }
}

/** Returns the plant of a username with a function that checks its password; undefined for an unknown username. */
export async function plantOfPassword(
  database: Kysely<Tables>,
  username: string,
): Promise<{ plantId: string; isPassword: (password: string) => boolean } | undefined> {
  const stored = await database
    .selectFrom('plantPasswords')
    .where('username', '=', username)
    .select(['plantId', 'hash'])
    .executeTakeFirst()
  if (!stored) return undefined
  const expected = Buffer.from(stored.hash, 'hex')
  return {
    plantId: stored.plantId,
    isPassword: (password) => timingSafeEqual(Buffer.from(hashOf(password), 'hex'), expected),
  }
}

/** A slow hash would only delay reconnections: random passwords of this length cannot be guessed. */
function hashOf(password: string): string {
  return createHash('sha256').update(password, 'utf8').digest('hex')
}

/** `plc-` and the first 8 hex digits of the plant ID (contract/platform.md), or more if two plants share them. */
async function freeUsername(tx: Kysely<Tables>, plantId: string): Promise<string> {
  const digits = plantId.replaceAll('-', '')
  for (let length = 8; ; length += 4) {
    const username = `plc-${digits.slice(0, length)}`
    const owner = await plantOfPassword(tx, username)
    if (!owner || owner.plantId === plantId) return username
  }
}
