import type { QueryClient } from '@tanstack/react-query'
import type { Organization } from '@/api/organization-schemas'
import { organizationsKey } from '@/api/query-keys'
import type { Session } from '@/api/session/session'

interface Switch {
  session: Pick<Session, 'switchOrganization'>
  queryClient: Pick<QueryClient, 'setQueryData'>
  usernameNow: () => string | undefined
  /** Opens a page that every organization has: see `pageInOther`. */
  leavePage: () => Promise<void>
}

/**
 * Shows another organization of the list in this tab, and returns true. Does nothing when another tab's sign-in has replaced
 * the user before the page is left: neither the choice nor the list is theirs.
 */
export async function switchOrganization(
  { session, queryClient, usernameNow, leavePage }: Switch,
  organizationId: string,
  list: readonly Organization[],
): Promise<boolean> {
  const username = usernameNow()
  // A page about one plant is left first, and filters are dropped: neither means anything in the other organization.
  await leavePage()
  if (usernameNow() !== username) return false
  session.switchOrganization(organizationId)
  // The list is the same in each of them.
  queryClient.setQueryData(organizationsKey, list)
  return true
}

/** Pages that every organization has. */
const pages = ['/', '/plants', '/certificates', '/commands', '/accounts'] as const

/** Returns the page to show in another organization: the same one, or the list that a plant, account or run is in. */
export function pageInOther(path: string): (typeof pages)[number] {
  const list = `/${path.split('/')[1] ?? ''}`
  return pages.find((page) => page === list) ?? '/'
}
