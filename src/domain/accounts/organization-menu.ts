import type { Organization } from '@/api/organization-schemas'
import { foldText } from '@/lib/fold-text'

/** The organization on screen, as far as it is known. */
interface Shown {
  /** Named in requests; undefined when the server decides. */
  organizationId: string | undefined
  /** That of the token. */
  ownOrganizationId: string | undefined
  organizationName: string | undefined
}

/** Content of the switcher. */
export interface OrganizationMenu {
  /** Name of the organization on screen; undefined when no one named it. */
  name: string | undefined
  /** ID of the organization on screen, if known. */
  currentId: string | undefined
  /** True when the user chose an organization that is no longer among theirs. */
  isLost: boolean
  /** True when there is another organization to switch to. */
  isOffered: boolean
}

/** Compares the user's organizations with the one on screen. */
export function organizationMenu(
  organizations: readonly Organization[],
  { organizationId, ownOrganizationId, organizationName }: Shown,
): OrganizationMenu {
  const currentId = organizationId ?? ownOrganizationId
  const current = organizations.find(({ id }) => id === currentId)
  const isLost = organizationId !== undefined && !current
  return {
    name: current?.name ?? organizationName,
    currentId,
    isLost,
    isOffered: organizations.length > (isLost ? 0 : 1),
  }
}

/** Returns the name of an organization by its ID, a case-insensitive UUID; undefined when it isn't listed or has no name. */
export function nameOfOrganization(
  organizations: readonly Organization[],
  organizationId: string | null | undefined,
): string | undefined {
  const wanted = organizationId?.trim().toLowerCase()
  return organizations.find(({ id }) => id.toLowerCase() === wanted)?.name || undefined
}

/** Returns the organizations that have exactly a name, in either case. */
export function organizationsNamed(
  organizations: readonly Organization[],
  name: string,
): Organization[] {
  const wanted = name.trim().toLowerCase()
  if (wanted === '') return []
  return organizations.filter((one) => one.name.trim().toLowerCase() === wanted)
}

/** Returns the organizations whose name or ID contains a text, whatever its case and accents. */
export function findOrganizations(
  organizations: readonly Organization[],
  text: string,
): Organization[] {
  const wanted = foldText(text.trim())
  return organizations.filter(
    ({ id, name }) => foldText(name).includes(wanted) || id.toLowerCase().includes(wanted),
  )
}
