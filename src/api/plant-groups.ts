import * as z from 'zod/mini'
import { timestampSchema } from './fields'
import type { WithUnreadable } from '@/lib/unreadable'

/** A group that a plant belongs to. */
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
/** A group as read. */
export type PlantGroup = z.infer<typeof plantGroupSchema> & WithUnreadable
