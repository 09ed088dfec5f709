// Only one tab carries a run out; the others watch it, and can pause or stop it.
import { RunEngine } from './run-engine'
import {
  type RunPlace,
  countUnsaved,
  loadHeads,
  loadRun,
  storeChanges,
  storeHead,
  storeRow,
} from './run-journal'
import { endWaits, isElsewhere, takeRunLock, watchElsewhere } from './run-locks'
import { tellEnd } from './run-notice'
import { runNow } from './run-now'
import type { RunRequests } from './run-requests'
import { changeKnown, forgetRuns, isHere, knownRun, setHeads, setKnown } from './run-store'
import { type Control, type Message, openTabs, postToTabs } from './run-tabs'
import { advanceRun, interruptRun, isGoingOn, isOpen } from '@/domain/runs/run-events'
import { type Run, countStates, inFlightOf } from '@/domain/runs/run-progress'
import type { RunRow } from '@/domain/runs/run-row'
import { spacingMsOf } from '@/domain/runs/run-steps'
import { holdPage } from '@/lib/held-page'
import { onPersonChange } from '@/lib/person-change'
import { steadyInterval } from '@/lib/steady-interval'
import type { LockRefusal } from '@/lib/tab-lock'
import { setUnsavedRuns } from '@/lib/unsaved-runs'

/** The reason why a run can't go on in this tab. */
export type CarryRefusal = LockRefusal | 'busy' | 'missing'

const tickMs = 500
let active: { id: string; engine: RunEngine; end: () => void } | undefined
let latestRequests: RunRequests | undefined

onPersonChange(() => {
  // First: nothing of theirs is stored or loaded any more.
  forgetRuns()
  endWaits()
  active?.engine.dispose()
  active?.end()
})

/** Loads the list of a user's runs. */
export async function openRuns(place: RunPlace): Promise<void> {
  if (!isHere(place)) forgetRuns(place)
  openTabs(receive)
  const heads = await loadHeads(place)
  if (!isHere(place)) return
  setHeads(heads)
  // A count that can't be made leaves the last one, which a sign-out warns of.
  const unsaved = await countUnsaved(place).catch(() => undefined)
  if (unsaved !== undefined) setUnsavedRuns(place.username, unsaved)
}

/** Loads a run. One whose tab is gone is paused, and what became of its requests is read. */
export async function openRun(place: RunPlace, id: string, requests: RunRequests): Promise<void> {
  latestRequests = requests
  if (!knownRun(id)) await load(place, id, requests)
}

async function load(place: RunPlace, id: string, requests: RunRequests): Promise<void> {
  const stored = await loadRun(place, id).catch(() => 'unreadable' as const)
  if (!isHere(place) || active?.id === id) return
  if (!stored || stored === 'unreadable') {
    setKnown(id, stored ?? 'missing')
    return
  }
  const { head, run } = stored
  setKnown(id, { run, hash: head.hash, isExported: head.isExported, owner: 'none' })
  if (!isGoingOn(run) && inFlightOf(run, runNow().nowMs).length === 0) return
  const lock = await takeRunLock(place, id)
  if (typeof lock === 'function') await carryOutStored(place, id, lock, requests)
  else if (await isElsewhere(place, id)) watchOther(place, id)
  // Another run is under way, and this one is interrupted.
  else changeKnown(id, { run: interruptRun(run, runNow()) })
}

/** Starts a run or goes on with it. Resolves with the reason when it can't. */
export async function goOnWith(
  place: RunPlace,
  id: string,
  requests: RunRequests,
): Promise<CarryRefusal | undefined> {
  const refusal = await take(place, id, requests)
  if (refusal) return refusal
  const isNew = active?.engine.current.progress.phase === 'ready'
  active?.engine.tell(isNew ? { kind: 'start', by: place.username } : { kind: 'resume' })
  return undefined
}

/** Reads every plant of a run whose outcome is open once more. Resolves when that is done. */
export async function reconcileRun(
  place: RunPlace,
  id: string,
  requests: RunRequests,
): Promise<CarryRefusal | undefined> {
  const refusal = await take(place, id, requests)
  if (refusal) return refusal
  await active?.engine.reconcile()
  return undefined
}

/** Pauses or stops a run, also one of another tab. */
export async function controlRun(place: RunPlace, id: string, control: Control): Promise<void> {
  const known = knownRun(id)
  if (active?.id === id) active.engine.tell(control)
  else if (known?.owner === 'elsewhere') postToTabs({ place, id, control })
  else if (known) {
    const run = advanceRun(known.run, control, runNow())
    await storeHead(place, id, { progress: run.progress })
    setKnown(id, { ...known, run })
    await noteListChanged(place, id)
  }
}

/** Loads the list of runs again, here and in the other tabs. */
export async function noteListChanged(place: RunPlace, id: string): Promise<void> {
  postToTabs({ place, id, isListChanged: true })
  // Another user may be there by now.
  if (isHere(place)) await openRuns(place)
}

/** Ends what this tab does for a run that is to be deleted. */
export function letGoOf(id: string): void {
  if (active?.id !== id) return
  active.engine.dispose()
  active.end()
}

/** Loads a run again when the tab that carries it out is gone. */
function watchOther(place: RunPlace, id: string): void {
  watchElsewhere(place, id, () => {
    if (latestRequests && isHere(place)) void load(place, id, latestRequests)
  })
}

async function take(
  place: RunPlace,
  id: string,
  requests: RunRequests,
): Promise<CarryRefusal | undefined> {
  if (active) return active.id === id ? undefined : 'busy'
  const lock = await takeRunLock(place, id)
  return typeof lock === 'function' ? carryOutStored(place, id, lock, requests) : lock
}

/**
 * Carries a run out as it is on disk under the lock: another tab may have gone on with it since it was loaded here. One that
 * isn't there, or whose user is gone, isn't started.
 */
async function carryOutStored(
  place: RunPlace,
  id: string,
  release: () => void,
  requests: RunRequests,
): Promise<CarryRefusal | undefined> {
  const stored = await loadRun(place, id).catch(() => undefined)
  if (stored && isHere(place)) {
    const cut = interruptRun(stored.run, runNow())
    await storeChanges(place, stored.run, cut).catch(() => undefined)
    if (isHere(place) && knownRun(id) && !active) {
      carryOut(place, id, cut, release, requests)
      return undefined
    }
  }
  release()
  return active ? 'busy' : 'missing'
}

function carryOut(
  place: RunPlace,
  id: string,
  run: Run,
  release: () => void,
  requests: RunRequests,
): void {
  const engine = new RunEngine(run, {
    requests,
    storeRow: async (at, row) => {
      await storeRow(place, id, at, row)
      postToTabs({ place, id, at, row })
    },
    storeProgress: async (now) => {
      const { progress } = now
      await storeHead(place, id, { progress, counts: countsOf(now) })
      postToTabs({ place, id, progress })
      await noteListChanged(place, id)
    },
    onChange: (next) => {
      const before = knownRun(id)?.run
      changeKnown(id, { run: next })
      if (before && isOpen(before) && !isOpen(next)) tellEnd(next)
    },
  })
  const letGo = holdPage()
  const warn = (event: BeforeUnloadEvent) => {
    if (isGoingOn(engine.current)) event.preventDefault()
  }
  addEventListener('beforeunload', warn)
  const stopTicking = steadyInterval(step, Math.min(tickMs, spacingMsOf(run)))
  const end = () => {
    stopTicking()
    removeEventListener('beforeunload', warn)
    letGo()
    release()
    active = undefined
    changeKnown(id, { owner: 'none' })
    // Answers may have come after the end.
    if (isHere(place)) void noteCounts(place, engine.current).catch(() => undefined)
  }
  function step() {
    engine.step()
    if (!engine.isBusy && active?.engine === engine) end()
  }
  active = { id, engine, end }
  changeKnown(id, { run, owner: 'here' })
}

/** Rejects for a run that was deleted. */
async function noteCounts(place: RunPlace, run: Run): Promise<void> {
  const { id } = run.document
  await storeHead(place, id, { counts: countsOf(run) })
  await noteListChanged(place, id)
}

const countsOf = (run: Run) => Object.fromEntries(countStates(run))

function receive({ place, id, ...message }: Message): void {
  if (!isHere(place)) return
  if ('isListChanged' in message) void openRuns(place)
  else if ('control' in message) {
    if (active?.id === id) active.engine.tell(message.control)
  } else if (active?.id !== id) watch(place, id, message)
}

/** Shows what another tab's run has done. */
function watch(
  place: RunPlace,
  id: string,
  message: { row: RunRow; at: number } | { progress: Run['progress'] },
): void {
  const known = knownRun(id)
  if (!known) return
  const { run } = known
  if ('progress' in message) {
    const next = { ...run, progress: message.progress }
    setKnown(id, { ...known, run: next })
    if (isGoingOn(next)) watchOther(place, id)
  } else changeKnown(id, { run: { ...run, rows: run.rows.with(message.at, message.row) } })
}
