import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'

/** Returns true if another plant of the organization (except `exceptId`) has the serial number. */
export async function isSerialNumberTaken(
  tx: Kysely<Tables>,
  organizationId: string,
  serialNumber: string,
  exceptId = '',
): Promise<boolean> {
  const found = await tx
    .selectFrom('plants')
    .where('organizationId', '=', organizationId)
    .where('serialNumber', '=', serialNumber)
    .where('id', '<>', exceptId)
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}
