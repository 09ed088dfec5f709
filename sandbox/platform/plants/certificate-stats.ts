import { type Kysely, sql } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import { fleetOperation } from '#sandbox/platform/http/operation'
import { withdrawnStates } from '#sandbox/platform/lifecycle/lifecycle'
import { readers } from '#sandbox/platform/oauth/roles'
import { expiringSoonMs } from '#sandbox/platform/pki/validity'
import { certificateStatsSchema } from '@/api/certificates'

/**
 * `GET /plants/certificate-stats`. Counts MTLS plants with a certificate: *revoked* by state, the others by expiry as
 * *expired*, *expiringSoon* or *active*, so that the four add up.
 */
export const getCertificateStats = fleetOperation(
  {
    id: 'getCertificateStats',
    method: 'get',
    path: '/plants/certificate-stats',
    summary: 'Get mTLS certificate health statistics',
    roles: readers,
    response: { status: 200, description: 'Certificate health', schema: certificateStatsSchema },
  },
  async ({ tx, organizationId, now }) => {
    const today = now.toISOString()
    const soon = new Date(now.getTime() + expiringSoonMs).toISOString()
    const inUse = certificates(tx, organizationId).where(
      'lifecycleStatus',
      'not in',
      withdrawnStates(),
    )
    const { revoked } = await certificates(tx, organizationId)
      .where('lifecycleStatus', 'in', withdrawnStates())
      .select(({ fn }) => fn.countAll<number>().as('revoked'))
      .executeTakeFirstOrThrow()
    const counts = await inUse
      .select(({ fn }) => [
        fn.countAll<number>().as('all'),
        sql<number>`coalesce(sum(certificateExpiresAt <= ${today}), 0)`.as('expired'),
        sql<number>`coalesce(sum(certificateExpiresAt <= ${soon}), 0)`.as('atRisk'),
        sql<
          string | null
        >`min(iif(certificateExpiresAt > ${today}, certificateExpiresAt, null))`.as(
          'nextRenewalAt',
        ),
      ])
      .executeTakeFirstOrThrow()
    const atRiskPlants = await inUse
      .where('certificateExpiresAt', '<=', soon)
      .orderBy('certificateExpiresAt')
      .orderBy('id')
      .select([
        'id',
        'name',
        'serialNumber',
        'authMethod',
        'lifecycleStatus',
        'certificateExpiresAt',
      ])
      .execute()
    return JSON.stringify({
      active: counts.all - counts.atRisk,
      expiringSoon: counts.atRisk - counts.expired,
      expired: counts.expired,
      revoked,
      nextRenewalAt: counts.nextRenewalAt,
      atRiskPlants,
    })
  },
)

function certificates(tx: Kysely<Tables>, organizationId: string) {
  return tx
    .selectFrom('plants')
    .where('organizationId', '=', organizationId)
    .where(sql<boolean>`authMethod = 'MTLS'`)
    .where('certificateExpiresAt', 'is not', null)
}
