import * as z from 'zod/mini'
import type { Organization } from '@/api/organization-schemas'
import type { PlantDetail } from '@/api/plant-schemas'
import { organizationIdSchema } from '@/api/plant-write-schemas'
import { organizationsNamed } from '@/domain/accounts/organization-menu'
import { type TypedProof, isProven } from '@/domain/actions/typed-proof'

/** Returns true for the ID of an organization. */
export const isOrganizationId = (text: string) => z.safeParse(organizationIdSchema, text).success

/** Returns the ID of the only organization that has a typed name; any other text as it is. */
export function organizationMeant(organizations: readonly Organization[], typed: string): string {
  const text = typed.trim()
  if (isOrganizationId(text)) return text
  const [named, ...others] = organizationsNamed(organizations, text)
  return named !== undefined && others.length === 0 ? named.id : text
}

const chosenIdSchema = z.string().check(
  z.refine(isOrganizationId, {
    error: 'Choose an organization from the list, or enter its name or ID.',
    abort: true,
  }),
)

/**
 * Returns the form's schema for moving a plant out of its `present` organization to another of the `organizations`, or to one
 * that isn't listed.
 */
export function moveSchema(
  proof: TypedProof,
  present: PlantDetail['organizationId'],
  organizations: readonly Organization[],
) {
  const isElsewhere = (id: string) => id.toLowerCase() !== present?.toLowerCase()
  const isListed = organizations.some(({ id }) => isElsewhere(id))
  const isClear = (typed: string) => organizationsNamed(organizations, typed).length < 2
  return z.object({
    organizationId: z.pipe(
      z.string().check(
        z.refine(isClear, {
          error: 'Several organizations have this name. Choose one from the list.',
        }),
      ),
      z.pipe(
        z.transform((typed: string) => organizationMeant(organizations, typed)),
        (isListed ? chosenIdSchema : organizationIdSchema).check(
          z.refine(isElsewhere, { error: 'The plant is already in this organization.' }),
        ),
      ),
    ),
    confirmation: z
      .string()
      .check(z.refine((typed) => isProven(proof, typed), { error: 'Doesn’t match.' })),
  })
}
