import * as z from 'zod/mini'
import { type ListPlantsQuery, authMethodSchema } from '@/api/plant-schemas'

/** Search parameters of the list; invalid ones are left out. */
export const plantsSearchSchema = z.object({
  /** Page of the server's list, from 1. */
  page: z.catch(z.optional(z.int().check(z.minimum(1))), undefined),
  limit: z.catch(z.optional(z.int().check(z.minimum(1), z.maximum(100))), undefined),
  authMethod: z.catch(z.optional(authMethodSchema), undefined),
  /** Filter line of the fleet's list: text, but a line of digits arrives as a number. */
  q: z.optional(z.unknown()),
  /** Order of the fleet's list, as text. */
  sort: z.optional(z.unknown()),
  /** True while the New plant dialog is open. */
  create: z.catch(z.optional(z.literal(true)), undefined),
})
/** Search parameters of the list. */
export type PlantsSearch = z.infer<typeof plantsSearchSchema>

/** Changes the search parameters, replacing the history entry or adding one. */
export type OnSearchChange = (change: Partial<PlantsSearch>, isReplacing?: boolean) => void

/** Returns the query for the page of the server's list that the search parameters name. */
export function pageQuery({ page = 1, limit = 20, authMethod }: PlantsSearch): ListPlantsQuery {
  return { page, limit, authMethod }
}
