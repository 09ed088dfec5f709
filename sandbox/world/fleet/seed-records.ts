// Records of the generated fleet. Field names, limits and enums come from the API's document (PlantDetail, PlantGroup,
// Template). src/api is deliberately not imported, so that data made independently exposes its mistakes.

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

/** Plant of the generated fleet, as in PlantDetail; timestamps are ISO 8601 with ms and Z. */
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
  /** SHA-256 as upper-case hex pairs with colons, as X509Certificate.fingerprint256 prints it. */
  certificateFingerprint: string | null
  /** Upper-case hex, as X509Certificate.serialNumber prints it. */
  certificateSerialNumber: string | null
  secretRotatedAt: string | null
  templateId: string | null
  /** JSON text of an object; its numbers may exceed the precision of a double. */
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
  /** JSON list of external IDs. */
  subDevices: string
  /** Kind of simulation for a plant without a client: REPORTING plants are kept fresh, SILENT ones are not. */
  simulated: 'REPORTING' | 'SILENT'
  createdAt: string
  updatedAt: string
  groupIds: string[]
}

export interface SeedGroup {
  id: string
  name: string
  description: string | null
  createdAt: string
  updatedAt: string
}

/** Signal of a template: BINARY watches one bit, NUMERIC a telemetry field. */
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
 * Command that a device supports. The API does not document an action; this is our format: the body of `POST
 * /plants/{id}/commands` (command, payload as an example) with a label for people.
 */
export interface SeedAction {
  command: string
  label: string
  /** An example. */
  payload?: Record<string, unknown>
  /** Allowed values, as in JSON Schema; the contract gives actions no shape. */
  parameters?: Record<string, Record<string, unknown>>
}

/** Device template; only templates of level PLANT are assigned to plants. */
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
