import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'

/** Whether a plant of the organization, other than the one given, has a serial number. */
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
