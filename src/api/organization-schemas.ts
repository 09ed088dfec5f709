// Like accounts, the list of organizations is an addition of the embedded platform: another backend may lack it.
import * as z from 'zod/mini'

/** An organization, whose ID the header `x-org-id` takes. */
export const organizationSchema = z
  .object({ id: z.string(), name: z.string() })
  .register(z.globalRegistry, { id: 'Organization' })
export type Organization = z.infer<typeof organizationSchema>

/** All organizations that a user can name in `x-org-id`. */
export const organizationListSchema = z
  .object({ data: z.array(organizationSchema) })
  .register(z.globalRegistry, { id: 'OrganizationList' })
