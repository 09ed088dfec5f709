import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request } from './client'
import { openEnum, timestampSchema, tolerant, tolerantList } from './fields'
import type { AuthMethod, LifecycleStatus } from './plant-schemas'
import { plantKeys } from './query-keys'
import type { WithUnreadable } from '@/lib/unreadable'

const atRiskPlantSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    serialNumber: z.string(),
    authMethod: z.nullish(openEnum<AuthMethod>()),
    lifecycleStatus: z.nullish(openEnum<LifecycleStatus>()),
    certificateExpiresAt: timestampSchema,
  })
  .register(z.globalRegistry, { id: 'AtRiskPlant' })
/** An at-risk plant as read. */
export type AtRiskPlant = z.infer<typeof atRiskPlantSchema> & WithUnreadable

/** The API documentation defines neither "soon" nor which certificates count as `active`. */
export const certificateStatsSchema = z
  .object({
    active: z.int(),
    expiringSoon: z.int(),
    expired: z.int(),
    revoked: z.int(),
    nextRenewalAt: timestampSchema,
    atRiskPlants: z.array(atRiskPlantSchema),
  })
  .register(z.globalRegistry, { id: 'CertificateStats' })

const count = z.nullish(z.int())

// One unreadable figure must not invalidate the other figures or the plants at risk.
const readableStatsSchema = tolerant(
  z.extend(certificateStatsSchema, {
    active: count,
    expiringSoon: count,
    expired: count,
    revoked: count,
    atRiskPlants: z.nullish(
      tolerantList(tolerant(atRiskPlantSchema, { name: '', serialNumber: '' })),
    ),
  }),
)
export type CertificateStats = z.infer<typeof readableStatsSchema>

/** Query options for the certificate health of the organization. */
export const certificateQueries = {
  stats: () =>
    queryOptions({
      queryKey: plantKeys.certificateStats,
      queryFn: ({ signal }) =>
        request({
          operation: 'getCertificateStats',
          method: 'GET',
          path: '/plants/certificate-stats',
          requestClass: 'read',
          schema: readableStatsSchema,
          signal,
        }),
    }),
}
