import * as z from 'zod/mini'

/** Search parameters of a plant's energy; invalid ones are ignored. */
export const energySearchSchema = z.object({
  /** The curve shows the whole day, or only the time that was recorded. */
  curve: z.catch(z.optional(z.literal('recorded')), undefined),
  /** The readings are also shown as a table. */
  readings: z.catch(z.optional(z.literal('table')), undefined),
})
/** Search parameters of a plant's energy. */
type EnergySearch = z.infer<typeof energySearchSchema>

/** Part of the energy page that the URL determines. */
export interface EnergyView {
  search: EnergySearch
  /** Changes the search parameters, replacing the history entry or adding one; undefined removes a parameter. */
  onSearchChange: (change: Partial<EnergySearch>, isReplacing?: boolean) => void
}
