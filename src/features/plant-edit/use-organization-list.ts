import { useQuery } from '@tanstack/react-query'
import type { Organization } from '@/api/organization-schemas'
import { organizationsQuery } from '@/api/organizations'

const none: readonly Organization[] = []

/** Returns the organizations that the switcher offers; none on a backend without them, which was asked once. */
export function useOrganizationList(): readonly Organization[] {
  return useQuery({ ...organizationsQuery, retryOnMount: false }).data ?? none
}
