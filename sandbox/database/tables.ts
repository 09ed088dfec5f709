import type { Generated } from 'kysely'

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
  plantCounts: { organizationId: string; authMethod: string; total: number }
  alerts: AlertTable
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
}

interface AlertTable {
  id: string
  plantId: string
  type: string
  severity: string
  status: string
  message: string
  acknowledgedAt: string | null
  acknowledgedBy: string | null
  resolvedAt: string | null
  createdAt: string
  updatedAt: string
}

interface IdempotencyKeyTable {
  userId: string
  key: string
  fingerprint: string
  status: number
  body: string
  createdAt: string
}
