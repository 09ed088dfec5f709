import * as z from 'zod/mini'

const pageSchema = z.catch(z.optional(z.int().check(z.minimum(1))), undefined)

/** Search parameters of the list of accounts; invalid ones are ignored. */
export const accountsSearchSchema = z.object({
  /** Text of the search, but digits alone arrive as a number. */
  q: z.optional(z.unknown()),
  page: pageSchema,
})
export type AccountsSearch = z.infer<typeof accountsSearchSchema>

/** Search parameters of an account: the part of its audit log, and the page of that part. */
export const accountSearchSchema = z.object({
  /** What was done to the user; without it, what the user did. */
  audit: z.catch(z.optional(z.literal('to-user')), undefined),
  page: pageSchema,
})
export type AccountSearch = z.infer<typeof accountSearchSchema>

/** Returns the search parameter of a page; the first one is not in the URL. */
export function pageParameter(page: number): number | undefined {
  return page > 1 ? page : undefined
}
