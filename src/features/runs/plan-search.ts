import * as z from 'zod/mini'

/** Search parameters of the page that plans a run; invalid ones are left out. */
export const planSearchSchema = z.object({
  kind: z.catch(z._default(z.enum(['command', 'suspend', 'reactivate']), 'command'), 'command'),
  /** The way in which plants are chosen. */
  from: z.catch(z.optional(z.enum(['selection', 'filter', 'pasted'])), undefined),
  /** Filter line: text, but a line of digits arrives as a number. */
  q: z.optional(z.unknown()),
})
/** Search parameters of the page that plans a run. */
export type PlanSearch = z.infer<typeof planSearchSchema>

/** A way to choose plants. */
export type PlanSource = NonNullable<PlanSearch['from']>

/** Changes the search parameters in place: a form’s steps are no history. */
export type OnPlanSearch = (change: Partial<PlanSearch>, isReplacing: true) => void

/** Returns the way to choose plants that the page starts with. */
export function sourceOf({ from, q }: PlanSearch, selected: number): PlanSource {
  if (from !== undefined) return from
  return q === undefined && selected > 0 ? 'selection' : 'filter'
}
