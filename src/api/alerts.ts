import * as z from 'zod/mini'
import { openEnum, timestampSchema } from './fields'
import type { WithUnreadable } from '@/lib/unreadable'

/** Severities: INFO in the seed; 1 WARNING, 2 ERROR, 3 CRITICAL on the platform's wire. */
export type AlertSeverity = 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL'
/** States: ACTIVE in the seed, the others implied by `acknowledgedAt` and `resolvedAt`. */
export type AlertStatus = 'ACTIVE' | 'ACKNOWLEDGED' | 'RESOLVED'

/** An alert of a plant's detail (contract: `Alert`). */
export const alertSchema = z
  .object({
    id: z.string(),
    plantId: z.nullish(z.string()),
    type: z.nullish(openEnum<'THRESHOLD_EXCEEDED'>()),
    severity: openEnum<AlertSeverity>(),
    status: openEnum<AlertStatus>(),
    message: z.string(),
    acknowledgedAt: timestampSchema,
    acknowledgedBy: z.nullish(z.string()),
    resolvedAt: timestampSchema,
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .register(z.globalRegistry, { id: 'Alert' })
export type Alert = z.infer<typeof alertSchema> & WithUnreadable
