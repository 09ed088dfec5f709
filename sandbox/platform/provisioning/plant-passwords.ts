import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'

/** What a PASSWORD plant signs in to the broker with. */
export interface PlantPassword {
  username: string
  password: string
}

/** Makes a plant's MQTT password anew; the former one ends. Only its hash is stored. */
export async function replacePassword(tx: Kysely<Tables>, plantId: string): Promise<PlantPassword> {
  const username = await freeUsername(tx, plantId)
  // 24 random bytes are 32 characters of base64url.
  const password = randomBytes(24).toString('base64url')
  const hash = hashOf(password)
  await tx
    .insertInto('plantPasswords')
    .values({ plantId, username, hash })
    .onConflict((conflict) => conflict.column('plantId').doUpdateSet({ username, hash }))
    .execute()
  return { username, password }
}

/** Whose user name it is, and how to check the password; undefined for a name nobody has. */
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

/** Random passwords of this length cannot be guessed, so a slow hash would only slow down reconnects. */
function hashOf(password: string): string {
  return createHash('sha256').update(password, 'utf8').digest('hex')
}

/** `plc-` and the first 8 hex digits of the plant id (contract/platform.md); more where two plants share them. */
async function freeUsername(tx: Kysely<Tables>, plantId: string): Promise<string> {
  const digits = plantId.replaceAll('-', '')
  for (let length = 8; ; length += 4) {
    const username = `plc-${digits.slice(0, length)}`
    const owner = await plantOfPassword(tx, username)
    if (!owner || owner.plantId === plantId) return username
  }
}
