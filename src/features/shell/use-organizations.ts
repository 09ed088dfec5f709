import { skipToken, useQuery } from '@tanstack/react-query'
import { useCodeWhenQuiet } from './use-code-when-quiet'
import type { Organization } from '@/api/organization-schemas'
import { organizationsKey } from '@/api/query-keys'
import { usePerson } from '@/api/session/session-context'
import { codePart } from '@/lib/code-part'

// Not part of the first screen, to which it comes later.
const part = codePart(() => import('./organization-code'))

/** Returns the user's organizations and the code that shows them; undefined while nothing is known, or on a backend without them. */
export function useOrganizations() {
  const code = useCodeWhenQuiet(part, organizationsKey)
  const person = usePerson()
  const { data: list } = useQuery<Organization[], Error, Organization[], typeof organizationsKey>(
    code?.organizationsQuery ?? { queryKey: organizationsKey, queryFn: skipToken },
  )
  return list && person && code && { list, code, menu: code.organizationMenu(list, person) }
}
