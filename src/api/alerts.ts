import * as z from 'zod/mini'
import { openEnum, timestampSchema } from './fields'
import type { WithUnreadable } from '@/lib/unreadable'

/** An alert that the platform raised for a plant. */
export const alertSchema = z
  .object({
    id: z.string(),
    plantId: z.nullish(z.string()),
    type: z.nullish(openEnum<'THRESHOLD_EXCEEDED'>()),
    severity: openEnum<'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL'>(),
    status: openEnum<'ACTIVE' | 'ACKNOWLEDGED' | 'RESOLVED'>(),
    message: z.string(),
    acknowledgedAt: timestampSchema,
    acknowledgedBy: z.nullish(z.string()),
    resolvedAt: timestampSchema,
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .register(z.globalRegistry, { id: 'Alert' })
/** An alert as read. */
export type Alert = z.infer<typeof alertSchema> & WithUnreadable
