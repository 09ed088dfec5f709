import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { requestBody } from './client'
import { openEnum, readItems, timestampSchema, tolerant } from './fields'
import type { AuthMethod, LifecycleStatus } from './plant-schemas'
import { plantKeys } from './query-keys'
import { readLargeResponse } from './responses'
import { inSlices } from '@/lib/time-slices'
import type { ReadList, WithUnreadable } from '@/lib/unreadable'

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

const readableAtRiskSchema = tolerant(atRiskPlantSchema, { name: '', serialNumber: '' })

// One unreadable figure must not invalidate the other figures or the plants at risk.
const readableStatsSchema = tolerant(
  z.extend(certificateStatsSchema, {
    active: count,
    expiringSoon: count,
    expired: count,
    revoked: count,
    atRiskPlants: z.nullish(z.array(z.unknown())),
  }),
)
export type CertificateStats = Omit<z.infer<typeof readableStatsSchema>, 'atRiskPlants'> & {
  atRiskPlants?: ReadList<AtRiskPlant> | null | undefined
}

const statsResponse = { operation: 'getCertificateStats', schema: readableStatsSchema }

/** Query options for the certificate health of the organization. */
export const certificateQueries = {
  stats: () =>
    queryOptions({
      queryKey: plantKeys.certificateStats,
      queryFn: async ({ signal }): Promise<CertificateStats> => {
        const body = await requestBody({
          operation: statsResponse.operation,
          method: 'GET',
          path: '/plants/certificate-stats',
          requestClass: 'read',
          signal,
        })
        const { atRiskPlants, ...stats } = await readLargeResponse(statsResponse, body, signal)
        // A large fleet has 15,000 of them, and the menu reads them while the user works.
        const read =
          atRiskPlants && (await inSlices(readItems(readableAtRiskSchema, atRiskPlants), signal))
        return { ...stats, atRiskPlants: read }
      },
    }),
}
