// The runs of this browser, outside React: one goes on when its page is left.
import type { NoHeads, RunHead, RunPlace } from './run-journal'
import type { Run } from '@/domain/runs/run-progress'
import { createListeners } from '@/lib/listeners'

/** The tab that runs a run: this one, another one, or none now. */
type RunOwner = 'here' | 'elsewhere' | 'none'

/** A run as this tab knows it. */
export interface KnownRun {
  run: Run
  hash: string
  owner: RunOwner
  isExported: boolean
}

/** The reason why a run isn't shown: it isn't on this device, or can't be read. */
export type NoRun = 'missing' | 'unreadable'

interface RunsState {
  /** The user whose runs they are; undefined before the first page. */
  place: RunPlace | undefined
  /** Latest first; undefined before they are loaded. */
  heads: readonly RunHead[] | undefined
  /** The reason why there are no heads; while the browser stores nothing, no run can start. */
  noHeads: NoHeads | undefined
  known: ReadonlyMap<string, KnownRun | NoRun>
}

const empty: RunsState = {
  place: undefined,
  heads: undefined,
  noHeads: undefined,
  known: new Map(),
}
let state = empty
const listeners = createListeners()

/** Subscribes to changes; returns the unsubscribe function. */
export const subscribeToRuns = (listener: () => void) => listeners.add(listener)

/** Returns the runs as far as they are loaded. */
export const runsNow = (): RunsState => state

/** Forgets everything: at sign-out, and for another user. */
export function forgetRuns(place?: RunPlace): void {
  change({ ...empty, place })
}

/** Returns true while the runs of this place are those that are shown. */
export function isHere({ username, scope }: RunPlace): boolean {
  return state.place?.username === username && state.place.scope === scope
}

/** Replaces the list of runs, or says why there is none. */
export function setHeads(heads: readonly RunHead[] | NoHeads): void {
  if (typeof heads === 'string') change({ heads: [], noHeads: heads })
  else change({ heads, noHeads: undefined })
}

/** Returns a run that is loaded. */
export function knownRun(id: string): KnownRun | undefined {
  const known = state.known.get(id)
  return typeof known === 'string' ? undefined : known
}

/** Replaces a run. */
export function setKnown(id: string, known: KnownRun | NoRun): void {
  change({ known: new Map(state.known).set(id, known) })
}

/** Changes a run that is loaded. */
export function changeKnown(id: string, part: Partial<KnownRun>): void {
  const known = knownRun(id)
  if (known) setKnown(id, { ...known, ...part })
}

/** Forgets a run, so that it is loaded again when it is asked for. */
export function forgetKnown(id: string): void {
  change({ known: new Map([...state.known].filter(([key]) => key !== id)) })
}

function change(part: Partial<RunsState>): void {
  state = { ...state, ...part }
  listeners.notify()
}
