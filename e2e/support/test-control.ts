// Requests of a test to the platform: its organization, faults, and plants that connect.

export type Role = 'superadmin' | 'admin' | 'operator' | 'support'

export interface Login {
  username: string
  password: string
}

export interface OrganizationOptions {
  /** Number of plants taken from the generated fleet. */
  plants?: number
  seed?: number
  accessTokenSeconds?: number
  /** Plants stored exactly as given, in the API's field names. */
  rows?: Record<string, unknown>[]
}

export interface Fault {
  /** Regular expression for the request's path. */
  path: string
  kind:
    | 'delay'
    | 'drop-before'
    | 'drop-after'
    | 'error-before'
    | 'error-after'
    | 'cut-body'
    | 'html'
    | 'response'
  /** Response body for `response`: JSON, or text that is sent unchanged. */
  body?: unknown
  /** Response headers for `response`. */
  headers?: Record<string, string>
  method?: string
  status?: number
  delayMs?: number
  times?: number
}

/** Alert that a test adds. Members that are left out get the values of a warning raised now. */
export interface PastAlert {
  type?: string
  severity?: string
  status?: string
  message?: string
  createdAt?: string
  acknowledgedAt?: string | null
  acknowledgedBy?: string | null
  resolvedAt?: string | null
}

/** Command in a plant's log; payload and response are JSON text. */
export interface PastCommand {
  command: string
  payload?: string | null
  response?: string | null
  responseStatus?: string | null
  sentAt?: string | null
  ackedAt?: string | null
  createdAt?: string
}

/** Behaviour of a live plant. By default it acknowledges quickly and stays online. */
export interface LivePlant {
  ack?: 'quick' | 'error' | 'never'
  ackDelayMs?: number
  intervalMs?: number
  state?: 'online' | 'degraded'
  /** Package to connect with. Without it, the platform issues one. */
  package?: unknown
  /** Expiry of the issued certificate, also in the past. */
  certificateExpiresAt?: string
  expected?: 'accepted' | 'refused'
}

export interface LoggedRequest {
  method: string
  path: string
  status: number | null
  idempotencyKey: string | null
}
