export type FaultKind =
  | 'delay'
  | 'drop-before'
  | 'drop-after'
  | 'error-before'
  | 'error-after'
  | 'cut-body'
  | 'html'
  | 'response'

export interface Fault {
  id: string
  organizationId: string
  method: string
  path: RegExp
  kind: FaultKind
  status: number
  /** Body of `response`: JSON, or text sent unchanged. */
  body?: unknown
  headers?: Record<string, string>
  delayMs: number
  timesLeft: number
  /** Ends the delay of the requests that the fault holds. */
  cleared: AbortController
}

export interface LoggedRequest {
  at: string
  method: string
  path: string
  /** Null until the response is sent; stays null if a fault dropped it. */
  status: number | null
  idempotencyKey: string | null
  fault: FaultKind | null
}

const logLength = 50_000

/** Pending faults and logged requests per organization; in memory only. */
export class ControlState {
  private faults: Fault[] = []
  private readonly withoutDate = new Set<string>()
  private readonly requests = new Map<string, LoggedRequest[]>()

  /** Omits the `Date` header from responses, like a server on another origin that does not expose it. */
  hideDate(organizationId: string): void {
    this.withoutDate.add(organizationId)
  }

  hidesDate(organizationId: string): boolean {
    return this.withoutDate.has(organizationId)
  }

  addFault(fault: Fault): void {
    this.faults.push(fault)
  }

  /** Removes the faults of an organization, or one of them, and lets the requests that they hold go on. */
  clearFaults(organizationId: string, id?: string): void {
    const isCleared = (fault: Fault) =>
      fault.organizationId === organizationId && (id === undefined || fault.id === id)
    for (const fault of this.faults.filter(isCleared)) fault.cleared.abort()
    this.faults = this.faults.filter((fault) => !isCleared(fault))
  }

  /** Returns the first matching fault and counts it down, or null. */
  takeFault(organizationId: string, method: string, path: string): Fault | null {
    const fault = this.faults.find(
      (candidate) =>
        candidate.organizationId === organizationId &&
        candidate.timesLeft > 0 &&
        (candidate.method === '*' || candidate.method === method) &&
        candidate.path.test(path),
    )
    if (!fault) return null
    fault.timesLeft -= 1
    return fault
  }

  log(organizationId: string, request: LoggedRequest): void {
    const requests = this.requests.get(organizationId) ?? []
    requests.push(request)
    if (requests.length > logLength) requests.shift()
    this.requests.set(organizationId, requests)
  }

  requestsOf(organizationId: string): readonly LoggedRequest[] {
    return this.requests.get(organizationId) ?? []
  }
}
