import type { Kysely } from 'kysely'
import type { CredentialUse } from '#sandbox/platform/accounts/credential-use'
import type { RefusedSignIns } from '#sandbox/platform/audit/refused-sign-ins'
import type { PlantBroker } from '#sandbox/platform/broker/broker'
import type { Database } from '#sandbox/platform/database/open-database'
import type { Storage } from '#sandbox/platform/database/storage'
import type { PlantRow, Tables } from '#sandbox/platform/database/tables'
import type { EnergyTotals } from '#sandbox/platform/energy/energy-totals'
import type { OwnHosts } from '#sandbox/platform/hosts/own-hosts'
import type { AccessTokens } from '#sandbox/platform/oauth/access-tokens'
import type { CertificateAuthority } from '#sandbox/platform/pki/certificate-authority'
import type { RevocationList } from '#sandbox/platform/pki/revocation-list'
import type { Vault } from '#sandbox/platform/pki/vault'
import type { PageAnchors } from '#sandbox/platform/plants/page-anchors'
import type { TemplateTexts } from '#sandbox/platform/plants/template-texts'
import type { CredentialEvents } from '#sandbox/platform/provisioning/credential-events'
import type { MqttTokens } from '#sandbox/platform/provisioning/mqtt-tokens'

export interface PlatformContext {
  database: Database
  storage: Storage
  accessTokens: AccessTokens
  /** Lifetime of an access token (s) if the organization sets none. */
  accessTokenSeconds: number
  /** True if only this machine can reach the platform; users with a published password require it. */
  isLoopback: boolean
  hosts: OwnHosts
  now: () => Date
  vault: Vault
  authority: CertificateAuthority
  revocationList: RevocationList
  mqttTokens: MqttTokens
  credentialEvents: CredentialEvents
  credentialUse: CredentialUse
  refusedSignIns: RefusedSignIns
  pageAnchors: PageAnchors
  templateTexts: TemplateTexts
  /** Returns today's energy of a plant that no client reports for. */
  energyWithoutClient: (tx: Kysely<Tables>, plant: PlantRow, now: Date) => Promise<EnergyTotals>
  broker: PlantBroker
  /** Address for plants, as written to packages. */
  brokerAddress: { broker: string; port: number }
}
