/** How a request is made to go wrong. */
export type FaultKind =
  | 'delay'
  | 'drop-before'
  | 'drop-after'
  | 'error-before'
  | 'error-after'
  | 'cut-body'
  | 'html'
  | 'answer'

/** A fault for the next requests of an organization that match. */
export interface Fault {
  organizationId: string
  method: string
  path: RegExp
  kind: FaultKind
  status: number
  /** What `answer` says: JSON, or text as it is. */
  body?: unknown
  /** What `answer` says besides. */
  headers?: Record<string, string>
  delayMs: number
  timesLeft: number
}

/** A request that reached the server. */
export interface LoggedRequest {
  at: string
  method: string
  path: string
  /** Null while it is not answered, and for good when the fault dropped it. */
  status: number | null
  idempotencyKey: string | null
  fault: FaultKind | null
}

const logLength = 2_000

/** Faults waiting to happen and requests that came, per organization; in memory only. */
export class ControlState {
  private faults: Fault[] = []
  private readonly withoutDate = new Set<string>()
  private readonly requests = new Map<string, LoggedRequest[]>()

  /** Leaves the `Date` header out of an organization's answers, as one that another origin does not expose. */
  hideDate(organizationId: string): void {
    this.withoutDate.add(organizationId)
  }

  hidesDate(organizationId: string): boolean {
    return this.withoutDate.has(organizationId)
  }

  addFault(fault: Fault): void {
    this.faults.push(fault)
  }

  clearFaults(organizationId: string): void {
    this.faults = this.faults.filter((fault) => fault.organizationId !== organizationId)
  }

  /** Takes the first fault that matches, counting it down. */
  takeFault(organizationId: string, method: string, path: string): Fault | null {
    const fault = this.faults.find(
      (candidate) =>
        candidate.organizationId === organizationId &&
        (candidate.method === '*' || candidate.method === method) &&
        candidate.path.test(path),
    )
    if (!fault) return null
    fault.timesLeft -= 1
    if (fault.timesLeft <= 0) this.faults = this.faults.filter((other) => other !== fault)
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
