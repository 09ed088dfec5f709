import type { Generated, Selectable } from 'kysely'

/** Columns bear the API's field names; times are ISO 8601 text, JSON is kept as its source text. */
export interface Tables {
  settings: { name: string; value: string }
  organizations: OrganizationTable
  users: UserTable
  clients: ClientTable
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
  /** Life of its users' access tokens; null means the process's own setting. */
  accessTokenSeconds: number | null
  createdAt: string
}

interface UserTable {
  id: string
  username: string
  passwordHash: string
  role: string
  organizationId: string
  /** 1 for users whose password is published; they may sign in on loopback only. */
  isDemo: number
  createdAt: string
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
  /** Derives the token that followed this one; kept for the token used last only. */
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
  authMethod: string
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
  /** Counts issued packages; an MQTT token holds for the one it was issued with. */
  credentialsGeneration: Generated<number>
  /** JSON list of external ids, as the plant reported them. */
  subDevices: string | null
  /** REPORTING or SILENT when no client stands behind the plant. */
  simulated: string | null
  /** The newest sample that alerts were judged on, Unix ms. */
  judgedUntilMs: number | null
  /** When its session last brought telemetry, Unix ms; null until it has. */
  telemetryAtMs: number | null
  /** How far apart its telemetry comes, ms. */
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
  /** The rule that raised it, of which a plant has one open alert at most. */
  rule: string | null
  acknowledgedAt: string | null
  acknowledgedBy: string | null
  resolvedAt: string | null
  createdAt: string
  updatedAt: string
}

/** Certificates that the platform has issued; `serialNumber` is upper-case hex. */
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
  /** End of the grace of a secret that was rotated away; null for the current one. */
  endsAt: string | null
  /** When the plant first signed with it. */
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
  /** The UTC day, YYYY-MM-DD. */
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

/** A plant as stored. */
export type PlantRow = Selectable<PlantTable>
