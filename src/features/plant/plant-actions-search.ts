import * as z from 'zod/mini'
import { plantActions } from '@/domain/actions/plant-action-names'

/** Search parameters of a plant's page: the open dialog. Anything else is ignored. */
export const plantActionSearchSchema = z.object({
  action: z.catch(z.optional(z.enum(plantActions)), undefined),
})
