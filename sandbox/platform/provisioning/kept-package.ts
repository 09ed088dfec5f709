import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import type { Vault } from '#sandbox/platform/pki/vault'
import type { IssuedPackage } from './issue-package'

/** How long a package can be downloaded again. */
const keptForMs = 15 * 60_000

/** Keeps a package sealed, so that the one who provisioned can download what was issued. */
export async function keepPackage(
  tx: Kysely<Tables>,
  vault: Vault,
  issued: IssuedPackage,
  now: Date,
): Promise<void> {
  const { plantId } = issued
  const sealed = vault.seal(JSON.stringify(issued), contextOf(plantId))
  const endsAt = new Date(now.getTime() + keptForMs).toISOString()
  await tx
    .insertInto('provisioningPackages')
    .values({ plantId, sealed, endsAt })
    .onConflict((conflict) => conflict.column('plantId').doUpdateSet({ sealed, endsAt }))
    .execute()
}

/** The JSON text of the package issued last, while it is kept; null afterwards. */
export async function keptPackage(
  database: Kysely<Tables>,
  vault: Vault,
  plantId: string,
  now: Date,
): Promise<string | null> {
  const kept = await database
    .selectFrom('provisioningPackages')
    .where('plantId', '=', plantId)
    .where('endsAt', '>', now.toISOString())
    .select('sealed')
    .executeTakeFirst()
  return kept ? vault.open(kept.sealed, contextOf(plantId)) : null
}

function contextOf(plantId: string): string {
  return `provisioning-package ${plantId}`
}
