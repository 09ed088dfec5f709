import * as z from 'zod/mini'

/** Search parameters of the overview; invalid ones are left out. */
export const overviewSearchSchema = z.object({
  /** The kept reading that changes are counted from, by its slot; without one, the last visit's. */
  since: z.catch(z.optional(z.string().check(z.regex(/^(visit|hour-\d{1,2})$/))), undefined),
  /** On a wall, the page is read from afar and not operated: large type, no controls. */
  display: z.catch(z.optional(z.literal('wall')), undefined),
})
/** Search parameters of the overview. */
export type OverviewSearch = z.infer<typeof overviewSearchSchema>

/** Changes the search parameters, replacing the history entry or adding one. */
export type OnOverviewSearch = (change: Partial<OverviewSearch>, isReplacing?: boolean) => void
