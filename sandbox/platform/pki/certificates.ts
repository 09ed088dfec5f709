import type { Kysely, Selectable } from 'kysely'
import type { IssuedCertificate } from './leaf-certificate'
import type { Tables } from '#sandbox/platform/database/tables'

type CertificateRow = Selectable<Tables['certificates']>

/** Stores the details that identify a certificate; the key pair is not stored. */
export async function recordCertificate(
  tx: Kysely<Tables>,
  plantId: string,
  issued: Pick<IssuedCertificate, 'serialNumber' | 'fingerprint' | 'issuedAt' | 'expiresAt'>,
): Promise<void> {
  const { serialNumber, fingerprint, issuedAt, expiresAt } = issued
  await tx
    .insertInto('certificates')
    .values({ serialNumber, plantId, fingerprint, issuedAt, expiresAt, revokedAt: null })
    .execute()
}

/**
 * Revokes all certificates of a plant and returns their number. The rows outlive the plant: a certificate stays on the
 * revocation list until it expires.
 */
export async function revokeCertificates(
  tx: Kysely<Tables>,
  plantId: string,
  now: Date,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('certificates')
    .set({ revokedAt: now.toISOString() })
    .where('plantId', '=', plantId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Returns the certificate with a serial number in upper-case hex; undefined if it was never issued here. */
export function certificateOf(
  db: Kysely<Tables>,
  serialNumber: string,
): Promise<CertificateRow | undefined> {
  return db
    .selectFrom('certificates')
    .selectAll()
    .where('serialNumber', '=', serialNumber)
    .executeTakeFirst()
}
