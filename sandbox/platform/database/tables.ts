import type { Generated, Selectable } from 'kysely'
import type { AuthMethod } from '@/api/plant-schemas'

/** Columns have the API's field names; times are ISO 8601 text; JSON is stored as its source text. */
export interface Tables {
  settings: { name: string; value: string }
  organizations: OrganizationTable
  users: UserTable
  clients: ClientTable
  apiCredentials: ApiCredentialsTable
  auditEntries: AuditEntryTable
  sessions: SessionTable
  refreshTokens: RefreshTokenTable
  templates: TemplateTable
  plantGroups: PlantGroupTable
  plantGroupMembers: { plantId: string; plantGroupId: string }
  plants: PlantTable
  plantCounts: { organizationId: string; authMethod: string; total: number; version: number }
  alerts: AlertTable
  certificates: CertificateTable
  plantSecrets: PlantSecretTable
  plantPasswords: { plantId: string; username: string; hash: string }
  provisioningPackages: { plantId: string; sealed: string; endsAt: string }
  commands: CommandTable
  energyDays: EnergyDayTable
  lastSamples: { plantId: string; series: string; atMs: number; kw: number }
  idempotencyKeys: IdempotencyKeyTable
}

interface OrganizationTable {
  id: string
  name: string
  /** Lifetime of its users' access tokens (s); null for the default of the process. */
  accessTokenSeconds: number | null
  createdAt: string
}

interface UserTable {
  id: string
  username: string
  passwordHash: string
  role: string
  organizationId: string
  /** 1 for users whose password is published; they can sign in only on loopback. */
  isDemo: number
  createdAt: string
  /** Null for a user who may sign in. */
  disabledAt: string | null
  lastSignInAt: string | null
}

interface ApiCredentialsTable {
  userId: string
  clientId: string
  clientUsername: string
  passwordHash: string
  issuedAt: string
  lastUsedAt: string | null
  /** UTC day of `calls`. */
  usedOn: string | null
  calls: number
}

interface AuditEntryTable {
  sequence: Generated<number>
  at: string
  organizationId: string
  userId: string
  username: string
  isByApiCredentials: number
  action: string
  subjectId: string | null
  /** JSON list of the values that were set. */
  changes: string | null
}

interface ClientTable {
  id: string
  name: string
  /** Null for a public client. */
  secretHash: string | null
  createdAt: string
}

interface SessionTable {
  id: string
  userId: string
  clientId: string
  createdAt: string
  expiresAt: string
  revokedAt: string | null
}

interface RefreshTokenTable {
  hash: string
  sessionId: string
  createdAt: string
  usedAt: string | null
  /** Derives the token that followed this one; stored only for the last used token. */
  nextSalt: string | null
}

interface TemplateTable {
  id: string
  name: string
  type: string
  level: string
  version: number
  isSystem: number
  signals: string
  actions: string
  createdAt: string
  updatedAt: string
}

interface PlantGroupTable {
  id: string
  organizationId: string
  name: string
  description: string | null
  createdAt: string
  updatedAt: string
}

export interface PlantTable {
  sequence: Generated<number>
  id: string
  organizationId: string
  name: string
  serialNumber: string
  type: string
  status: string
  lifecycleStatus: string
  authMethod: AuthMethod
  authFailureCount: number
  lastAuthFailureAt: string | null
  lastSeenAt: string | null
  activatedAt: string | null
  certificateExpiresAt: string | null
  certificateFingerprint: string | null
  certificateSerialNumber: string | null
  secretRotatedAt: string | null
  templateId: string | null
  metadata: string | null
  latitude: number | null
  longitude: number | null
  capacityKwh: number | null
  fvePeakPowerKwp: number | null
  plantWithLoad: number | null
  externalPlantId: string | null
  esiState: string | null
  configEnabled: number | null
  description: string | null
  tag: string | null
  createdAt: string
  updatedAt: string
  /** Counts issued packages; an MQTT token is valid only for the package with which it was issued. */
  credentialsGeneration: Generated<number>
  /** JSON list of external IDs, as the plant reported them. */
  subDevices: string | null
  /** REPORTING or SILENT for a plant without a client. */
  simulated: string | null
  /** Newest sample on which alerts were judged, Unix ms. */
  judgedUntilMs: number | null
  /** Time of the last telemetry in the current session, Unix ms; null before the first. */
  telemetryAtMs: number | null
  /** Interval between its telemetry messages, ms. */
  telemetryPaceMs: number | null
  /** JSON list of the last few authentication failures, oldest first. */
  recentAuthFailures: string | null
}

interface AlertTable {
  id: string
  plantId: string
  type: string
  severity: string
  status: string
  message: string
  /** Rule that raised the alert; a plant has at most one open alert per rule. */
  rule: string | null
  acknowledgedAt: string | null
  acknowledgedBy: string | null
  resolvedAt: string | null
  createdAt: string
  updatedAt: string
}

/** Certificates issued by the platform; `serialNumber` is upper-case hex. */
interface CertificateTable {
  serialNumber: string
  plantId: string
  fingerprint: string
  issuedAt: string
  expiresAt: string
  revokedAt: string | null
}

interface PlantSecretTable {
  plantId: string
  sealed: string
  createdAt: string
  /** End of the grace period of a rotated secret; null for the current secret. */
  endsAt: string | null
  /** Time at which the plant first signed with the secret. */
  provenAt: string | null
}

interface CommandTable {
  sequence: Generated<number>
  id: string
  cmdId: string
  plantId: string
  command: string
  target: string | null
  payload: string | null
  response: string | null
  responseStatus: string | null
  sentAt: string | null
  ackedAt: string | null
  ackNonce: string | null
  createdAt: string
}

interface EnergyDayTable {
  plantId: string
  /** UTC day, YYYY-MM-DD. */
  date: string
  producedKwh: number
  importedKwh: number
  exportedKwh: number
}

interface IdempotencyKeyTable {
  userId: string
  key: string
  fingerprint: string
  status: number
  body: string
  createdAt: string
}

export type PlantRow = Selectable<PlantTable>
