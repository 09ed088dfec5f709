// Field names, limits and enums are those of the API's own document (PlantDetail, PlantGroup,
// Template); src/api is not imported on purpose, so that a misreading there meets data it did not make.

export type PlantType = 'SENSOR' | 'ACTUATOR' | 'GATEWAY' | 'CONTROLLER'
export type AuthMethod = 'MTLS' | 'TOKEN' | 'PASSWORD'
export type ConnectionStatus = 'ONLINE' | 'OFFLINE' | 'DEGRADED' | 'UNKNOWN'
export type LifecycleStatus =
  | 'PENDING'
  | 'PROVISIONED'
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'REVOKED'
  | 'DECOMMISSIONED'

/** One plant of the seed fleet, as PlantDetail has it; timestamps are ISO 8601 with ms and Z. */
export interface SeedPlant {
  id: string
  name: string
  serialNumber: string
  type: PlantType
  status: ConnectionStatus
  lifecycleStatus: LifecycleStatus
  authMethod: AuthMethod
  authFailureCount: number
  lastAuthFailureAt: string | null
  lastSeenAt: string | null
  activatedAt: string | null
  certificateExpiresAt: string | null
  /** SHA-256, upper-case hex pairs with colons, as X509Certificate.fingerprint256 prints it. */
  certificateFingerprint: string | null
  /** Upper-case hex, as X509Certificate.serialNumber prints it. */
  certificateSerialNumber: string | null
  secretRotatedAt: string | null
  templateId: string | null
  /** The JSON text of an object: its numbers may be larger than a double holds. */
  metadata: string
  latitude: number | null
  longitude: number | null
  capacityKwh: number | null
  fvePeakPowerKwp: number | null
  plantWithLoad: boolean | null
  externalPlantId: string | null
  esiState: string | null
  configEnabled: boolean
  description: string | null
  tag: string | null
  /** JSON list of external ids. */
  subDevices: string
  /** No client stands behind it: whether it is to look as if one did. */
  simulated: 'REPORTING' | 'SILENT'
  createdAt: string
  updatedAt: string
  groupIds: string[]
}

/** A plant group of the seed fleet. */
export interface SeedGroup {
  id: string
  name: string
  description: string | null
  createdAt: string
  updatedAt: string
}

/** A BINARY signal watches one bit, a NUMERIC one a telemetry field. */
export type SeedSignal =
  | {
      kind: 'BINARY'
      key: string
      label: string
      bit: number
      alertOn?: boolean
      featured?: boolean
    }
  | {
      kind: 'NUMERIC'
      key: string
      label: string
      field: string
      unit?: string
      aggregate?: 'avg' | 'sum' | 'min' | 'max' | 'last'
      chartGroup?: string
      chartAxis?: 'left' | 'right'
      featured?: boolean
    }

/**
 * A legal command of a device. The API does not document an action's shape; this one is ours: the body
 * of `POST /plants/{id}/commands` (command, payload as an example) with a label to show.
 */
export interface SeedAction {
  command: string
  label: string
  payload?: Record<string, unknown>
}

/** A device template; only those of level PLANT are assigned to plants. */
export interface SeedTemplate {
  id: string
  name: string
  type: 'CABINET' | 'METER' | 'INVERTER' | 'BATTERY'
  level: 'PLANT' | 'SUB_DEVICE'
  version: number
  isSystem: boolean
  signals: SeedSignal[]
  actions: SeedAction[]
  createdAt: string
  updatedAt: string
}
