import * as z from 'zod/mini'
import type { AlertSort } from '@/domain/alerts/alert-list'

// A list of its own: the rules that sort are not part of the first screen.
const sorts: readonly AlertSort[] = ['severity', 'status', 'type', 'created', 'duration']

const text = z.catch(z.optional(z.string().check(z.minLength(1))), undefined)

/** Search parameters of a plant's alerts; invalid ones are ignored. */
export const alertsSearchSchema = z.object({
  severity: text,
  status: text,
  sort: z.catch(z.optional(z.enum(sorts)), undefined),
  order: z.catch(z.optional(z.enum(['ascending', 'descending'])), undefined),
})
export type AlertsSearch = z.infer<typeof alertsSearchSchema>
