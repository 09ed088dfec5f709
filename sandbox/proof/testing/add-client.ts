import { openDatabase } from '#sandbox/platform/database/open-database'
import { hashPassword } from '#sandbox/platform/oauth/passwords'

/** Registers an OAuth client, public or with a secret, if it doesn't exist. */
export async function addClient(dataFolder: string, id: string, secret?: string): Promise<void> {
  const { database } = openDatabase(dataFolder)
  const secretHash = secret === undefined ? null : await hashPassword(secret, 'cheap')
  await database
    .insertInto('clients')
    .values({ id, name: id, secretHash, createdAt: new Date().toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await database.destroy()
}
