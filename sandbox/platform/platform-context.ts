import type { PlantBroker } from '#sandbox/platform/broker/broker'
import type { Database } from '#sandbox/platform/database/open-database'
import type { AccessTokens } from '#sandbox/platform/oauth/access-tokens'
import type { CertificateAuthority } from '#sandbox/platform/pki/certificate-authority'
import type { RevocationList } from '#sandbox/platform/pki/revocation-list'
import type { Vault } from '#sandbox/platform/pki/vault'
import type { PageAnchors } from '#sandbox/platform/plants/page-anchors'
import type { CredentialEvents } from '#sandbox/platform/provisioning/credential-events'
import type { MqttTokens } from '#sandbox/platform/provisioning/mqtt-tokens'

/** What every part of the running platform is given. */
export interface PlatformContext {
  database: Database
  accessTokens: AccessTokens
  /** Life of an access token where the organization sets none. */
  accessTokenSeconds: number
  /** True when only this machine can reach the platform; users with a published password need it. */
  isLoopback: boolean
  now: () => Date
  vault: Vault
  authority: CertificateAuthority
  revocationList: RevocationList
  mqttTokens: MqttTokens
  credentialEvents: CredentialEvents
  pageAnchors: PageAnchors
  broker: PlantBroker
  /** Where plants connect to, as a package names it. */
  brokerAddress: { broker: string; port: number }
}
