import * as z from 'zod/mini'
import { type PlantDetail, organizationIdSchema } from '@/api/plant-schemas'
import { type TypedProof, isProven } from '@/domain/actions/typed-proof'

/** Returns the form's schema for moving a plant out of its `present` organization. */
export function moveSchema(proof: TypedProof, present: PlantDetail['organizationId']) {
  const isElsewhere = (id: string) => id.toLowerCase() !== present?.toLowerCase()
  return z.object({
    organizationId: organizationIdSchema.check(
      z.refine(isElsewhere, { error: 'The plant is already in this organization.' }),
    ),
    confirmation: z
      .string()
      .check(z.refine((typed) => isProven(proof, typed), { error: 'Doesn’t match.' })),
  })
}
