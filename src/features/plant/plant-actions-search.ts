import * as z from 'zod/mini'
import { plantActions } from '@/domain/actions/plant-action-names'

/** What the URL of a plant's page says besides its part: which dialog is open; anything else counts as none. */
export const plantActionSearchSchema = z.object({
  action: z.catch(z.optional(z.enum(plantActions)), undefined),
})
