import * as z from 'zod/mini'
import { type PlantDetail, organizationIdSchema } from '@/api/plant-schemas'
import { type TypedProof, isProven } from '@/domain/actions/typed-proof'

/** Returns true for the ID of an organization. */
export const isOrganizationId = (text: string) => z.safeParse(organizationIdSchema, text).success

/** A typed name doesn't count until it is chosen: several organizations may have it. */
const chosenIdSchema = z.string().check(
  z.refine(isOrganizationId, {
    error: 'Choose an organization from the list, or enter its ID.',
    abort: true,
  }),
)

/**
 * Returns the form's schema for moving a plant out of its `present` organization. `isListed` is true when the organizations can
 * be chosen by name.
 */
export function moveSchema(
  proof: TypedProof,
  present: PlantDetail['organizationId'],
  isListed: boolean,
) {
  const isElsewhere = (id: string) => id.toLowerCase() !== present?.toLowerCase()
  return z.object({
    organizationId: z.pipe(
      z.string().check(z.trim()),
      (isListed ? chosenIdSchema : organizationIdSchema).check(
        z.refine(isElsewhere, { error: 'The plant is already in this organization.' }),
      ),
    ),
    confirmation: z
      .string()
      .check(z.refine((typed) => isProven(proof, typed), { error: 'Doesn’t match.' })),
  })
}
