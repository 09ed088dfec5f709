import * as z from 'zod/mini'
import { type Alert, alertSchema } from './alerts'
import { jsonObjectTextSchema, openEnum, pageMetaSchema, timestampSchema } from './fields'
import { type PlantGroup, plantGroupSchema } from './plant-groups'
import { type Template, templateSchema } from './templates'
import type { ReadList, WithUnreadable } from '@/lib/unreadable'

/** Authentication methods; closed because we send them. */
export const authMethodSchema = z.enum(['MTLS', 'TOKEN', 'PASSWORD'])
export type AuthMethod = z.infer<typeof authMethodSchema>

/** Plant types; closed because we send them. */
export const plantTypeSchema = z.enum(['SENSOR', 'ACTUATOR', 'GATEWAY', 'CONTROLLER'])
export type PlantType = z.infer<typeof plantTypeSchema>

/** Known connection states: the contract shows ONLINE; the others are assumed. */
export type ConnectionStatus = 'ONLINE' | 'OFFLINE' | 'DEGRADED' | 'UNKNOWN'

/** Known lifecycle states: the contract shows PENDING and mentions the others. */
export type LifecycleStatus =
  | 'PENDING'
  | 'PROVISIONED'
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'REVOKED'
  | 'DECOMMISSIONED'

/** A plant as the list has it (contract: `Plant`). */
export const plantSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    serialNumber: z.string(),
    type: openEnum<PlantType>(),
    status: openEnum<ConnectionStatus>(),
    lifecycleStatus: openEnum<LifecycleStatus>(),
    authMethod: openEnum<AuthMethod>(),
    authFailureCount: z.nullish(z.int()),
    lastAuthFailureAt: timestampSchema,
    lastSeenAt: timestampSchema,
    activatedAt: timestampSchema,
    certificateExpiresAt: timestampSchema,
    certificateFingerprint: z.nullish(z.string()),
    certificateSerialNumber: z.nullish(z.string()),
    secretRotatedAt: timestampSchema,
    organizationId: z.nullish(z.string()),
    templateId: z.nullish(z.string()),
    template: z.nullish(templateSchema),
    metadata: z.nullish(jsonObjectTextSchema),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .register(z.globalRegistry, { id: 'Plant' })
export type Plant = Omit<z.infer<typeof plantSchema>, 'template'> &
  WithUnreadable & { template?: Template | null | undefined }

/** A plant with what only its detail has (contract: `PlantDetail`). */
export const plantDetailSchema = z
  .extend(plantSchema, {
    alerts: z.nullish(z.array(alertSchema)),
    plantGroups: z.nullish(z.array(plantGroupSchema)),
    latitude: z.nullish(z.number()),
    /** WGS 84 degrees, like `latitude`. */
    longitude: z.nullish(z.number()),
    capacityKwh: z.nullish(z.number()),
    /** Peak power of the photovoltaic plant (Czech: FVE), kWp. */
    fvePeakPowerKwp: z.nullish(z.number()),
    plantWithLoad: z.nullish(z.boolean()),
    externalPlantId: z.nullish(z.string()),
    esiState: z.nullish(openEnum<'PLC_READY'>()),
    configEnabled: z.nullish(z.boolean()),
    description: z.nullish(z.string()),
    tag: z.nullish(z.string()),
  })
  .register(z.globalRegistry, { id: 'PlantDetail' })

/** A plant's detail with what could not be read in it. */
export type PlantDetail = Omit<
  z.infer<typeof plantDetailSchema>,
  'template' | 'alerts' | 'plantGroups'
> &
  WithUnreadable & {
    template?: Template | null | undefined
    alerts?: ReadList<Alert> | null | undefined
    plantGroups?: ReadList<PlantGroup> | null | undefined
  }

/** One page of the list (contract: `GET /plants`). */
export const plantPageSchema = z
  .object({ data: z.array(plantSchema), meta: pageMetaSchema })
  .register(z.globalRegistry, { id: 'PlantPage' })

/** Query of the list. `page` counts from 1; `limit` is 1 to 100. */
export const listPlantsQuerySchema = z.object({
  page: z._default(z.int().check(z.minimum(1)), 1),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 20),
  authMethod: z.optional(authMethodSchema),
})
export type ListPlantsQuery = z.infer<typeof listPlantsQuerySchema>
