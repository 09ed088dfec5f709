import type { Random } from '#sandbox/world/fleet/random'
import type { Desk } from './desk'
import type { Findings } from './findings'

/** What every area is given. */
export interface Surroundings {
  desk: Desk
  findings: Findings
}

/** The time between a start and the kill. */
export interface Load extends Surroundings {
  /** True from the kill on. */
  readonly isOver: boolean
  /** Lets others have their turn; shortly before the kill there is no pause, so that it meets work under way. */
  pause: (random: Random) => Promise<void>
}

/** A part of the work that must survive a kill: it does it, keeps what it was answered, and compares. */
export interface Area {
  /** Once, before the first kill. */
  prepare?: (surroundings: Surroundings) => Promise<void>
  /** After every start, before anybody looks: the plants come back. */
  reconnect?: () => Promise<void>
  /** Works until the load is over. */
  work: (load: Load) => Promise<void>
  /** Compares what the platform says with what was answered; then asks again what had no answer. */
  check: (surroundings: Surroundings) => Promise<void>
  /** Lets go of its connections. */
  end?: () => void
}
