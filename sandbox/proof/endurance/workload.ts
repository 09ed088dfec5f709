import type { Findings } from './findings'
import type { PlantsApi } from './plants-api'
import type { Random } from '#sandbox/world/fleet/random'

export interface RunContext {
  api: PlantsApi
  findings: Findings
}

/** Period between a start and the kill. */
export interface Load extends RunContext {
  /** True after the kill. */
  readonly isOver: boolean
  /** Pauses between requests; does not pause shortly before the kill, so that it interrupts running requests. */
  pause: (random: Random) => Promise<void>
}

/** Part of the load that must survive a kill: it sends requests, stores the responses, and compares them afterwards. */
export interface Workload {
  /** Runs once, before the first kill. */
  prepare?: (context: RunContext) => Promise<void>
  /** Reconnects the plants after every start, before the checks. */
  reconnect?: () => Promise<void>
  work: (load: Load) => Promise<void>
  /** Compares the platform's state with the stored responses; then repeats requests that got no response. */
  check: (context: RunContext) => Promise<void>
  end?: () => void
}
