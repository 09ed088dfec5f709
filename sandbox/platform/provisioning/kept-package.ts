import type { Kysely } from 'kysely'
import type { IssuedPackage } from './issue-package'
import type { Tables } from '#sandbox/platform/database/tables'
import type { Vault } from '#sandbox/platform/pki/vault'
import { minuteMs } from '@/lib/instants'

/** Time (ms) in which a package can be downloaded again. */
const keptForMs = 15 * minuteMs

/** Stores a package encrypted, so that it can be downloaded after provisioning. */
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

/** Returns the JSON text of the last issued package, or null once its time has passed. */
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
