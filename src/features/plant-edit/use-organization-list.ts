import { useQuery } from '@tanstack/react-query'
import type { Organization } from '@/api/organization-schemas'
import { organizationsQuery } from '@/api/organizations'

const none: readonly Organization[] = []

/** Returns the organizations that the switcher offers; an empty list if the backend has no such endpoint; it is asked only once. */
export function useOrganizationList(): readonly Organization[] {
  return useQuery({ ...organizationsQuery, retryOnMount: false }).data ?? none
}
