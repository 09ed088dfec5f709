import * as z from 'zod/mini'
import { authMethodSchema } from '@/api/plant-schemas'

/** Search parameters of the list; invalid ones are replaced with defaults. */
export const plantsSearchSchema = z.object({
  page: z.catch(z._default(z.int().check(z.minimum(1)), 1), 1),
  limit: z.catch(z._default(z.int().check(z.minimum(1), z.maximum(100)), 20), 20),
  authMethod: z.catch(z.optional(authMethodSchema), undefined),
  /** True while the New plant dialog is open. */
  create: z.catch(z.optional(z.literal(true)), undefined),
})
/** Search parameters of the list. */
export type PlantsSearch = z.infer<typeof plantsSearchSchema>
