import * as z from 'zod/mini'

/** What the URL of a plant's alerts says; anything unreadable counts as not said. */
export const alertsSearchSchema = z.object({
  severity: z.catch(z.optional(z.string()), undefined),
  status: z.catch(z.optional(z.string()), undefined),
})
export type AlertsSearch = z.infer<typeof alertsSearchSchema>
