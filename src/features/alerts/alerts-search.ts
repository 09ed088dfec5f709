import * as z from 'zod/mini'
import { alertSorts } from '@/domain/alerts/alert-list'

const text = z.catch(z.optional(z.string().check(z.minLength(1))), undefined)

/** Search parameters of a plant's alerts; invalid ones are ignored. */
export const alertsSearchSchema = z.object({
  severity: text,
  status: text,
  sort: z.catch(z.optional(z.enum(alertSorts)), undefined),
  order: z.catch(z.optional(z.enum(['ascending', 'descending'])), undefined),
})
export type AlertsSearch = z.infer<typeof alertsSearchSchema>
