import { type Grant, type Person, readPerson } from './session-grant'
import { keepTabOrganization, readTabOrganization } from './session-kept'
import type { RuntimeConfig } from '@/api/config'
import { personAlias } from '@/lib/person-alias'
import { getTextPreference, setTextPreference } from '@/lib/preferences-as-text'

type Deployment = Pick<RuntimeConfig, 'apiBaseUrl' | 'organizationId'>

const preferenceOf = (alias: string) => `organization.${alias}`

/**
 * The organization of this tab: the one last chosen on this device when the user arrived in the tab, until the tab
 * chooses another. What another tab chooses changes nothing here.
 */
export class OrganizationChoice {
  private readonly deployment: Deployment
  /** The user's alias and their choice; '' for none. */
  private settled: { alias: string; chosenId: string } | undefined

  constructor(deployment: Deployment) {
    this.deployment = deployment
  }

  /** Returns the user of a grant in the tab's organization. */
  personOf(grant: Grant): Person {
    const alias = this.aliasOf(readPerson(grant).username)
    if (this.settled?.alias !== alias) {
      const kept = readTabOrganization(alias) ?? getTextPreference(preferenceOf(alias))
      this.settled = { alias, chosenId: kept ?? '' }
    }
    return readPerson(grant, {
      chosenId: this.settled.chosenId || undefined,
      defaultId: this.deployment.organizationId,
    })
  }

  /** Chooses the organization of this tab, and of those that the user opens from now on. */
  choose(username: string, chosenId: string): void {
    const alias = this.aliasOf(username)
    this.settled = { alias, chosenId }
    setTextPreference(preferenceOf(alias), chosenId)
    this.keep()
  }

  /** Stores the choice for a reload of this tab. */
  keep(): void {
    if (this.settled) keepTabOrganization(this.settled.alias, this.settled.chosenId)
  }

  /** Forgets the user; what they chose last on this device stays. */
  forget(): void {
    this.settled = undefined
  }

  /** IDs of organizations mean nothing to another backend. */
  private aliasOf(username: string): string {
    return personAlias(`${username} ${this.deployment.apiBaseUrl}`)
  }
}
