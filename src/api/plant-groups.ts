import * as z from 'zod/mini'
import { timestampSchema } from './fields'
import type { WithUnreadable } from '@/lib/unreadable'

/** A group, as in a plant's detail (contract: `PlantGroup`). */
export const plantGroupSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.nullish(z.string()),
    organizationId: z.nullish(z.string()),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .register(z.globalRegistry, { id: 'PlantGroup' })
export type PlantGroup = z.infer<typeof plantGroupSchema> & WithUnreadable
