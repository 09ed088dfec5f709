import * as z from 'zod/mini'
import { jsonObjectTextSchema } from './fields'
import { authMethodSchema, plantTypeSchema } from './plant-schemas'

const nameSchema = z.string().check(z.minLength(1), z.maxLength(100))
const serialNumberSchema = z.string().check(z.minLength(1), z.maxLength(50))

/** Body of *create*. The documented default of `authMethod` is MTLS. */
export const createPlantSchema = z
  .object({
    name: nameSchema,
    serialNumber: serialNumberSchema,
    type: plantTypeSchema,
    authMethod: z.optional(authMethodSchema),
    metadata: z.optional(jsonObjectTextSchema),
  })
  .register(z.globalRegistry, { id: 'CreatePlant' })
export type CreatePlant = z.infer<typeof createPlantSchema>

/** ID of an organization (contract: `UpdatePlant.organizationId`). */
export const organizationIdSchema = z.uuid()

/** Body of *update*: the changed fields. Null unlinks the ESM or unassigns the template. */
export const updatePlantSchema = z
  .object({
    name: z.optional(nameSchema),
    serialNumber: z.optional(serialNumberSchema),
    type: z.optional(plantTypeSchema),
    authMethod: z.optional(authMethodSchema),
    metadata: z.optional(jsonObjectTextSchema),
    externalPlantId: z.optional(z.nullable(z.string().check(z.maxLength(120)))),
    organizationId: z.optional(organizationIdSchema),
    templateId: z.optional(z.nullable(z.uuid())),
  })
  .register(z.globalRegistry, { id: 'UpdatePlant' })
export type UpdatePlant = z.infer<typeof updatePlantSchema>
