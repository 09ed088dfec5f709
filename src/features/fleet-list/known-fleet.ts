import { fleetListPart } from './fleet-list-part'
import { type RouterContext, dataScopeOf } from '@/api/session/session-context'
import { viewerOf } from '@/api/session/session-state'
import { codePart } from '@/lib/code-part'
import { createListeners } from '@/lib/listeners'
import { onPersonChange } from '@/lib/person-change'
import { hasDatabase, personDatabase } from '@/lib/person-databases'

/** Few first screens need it. */
const savedPart = codePart(() => import('@/fleet/snapshot-parts-store'))

/** A page of the server's list comes first when the saved plants take longer. */
const longestWaitMs = 1_000

let isAwaited = false
const listeners = createListeners()
onPersonChange(() => setAwaited(false))

/** The list of the fleet, and whether this device may have its plants from an earlier visit. */
export const knownFleet = {
  listPart: fleetListPart,
  /** True while saved plants may be about to come, for a second at most. */
  isAwaited: () => isAwaited,
  subscribe: listeners.add,
}

/**
 * Reads the fleet of an earlier visit, if this device has it, and loads the code of its list at the same time, without
 * waiting for the first page; then restores it. Resolves in any case.
 */
export async function restoreKnownFleet({
  config,
  session,
}: Pick<RouterContext, 'config' | 'session'>): Promise<void> {
  const state = session.getState()
  if (!('person' in state) || fleetListPart.now() !== undefined) return
  const { username } = state.person
  // Someone else may sign in meanwhile, or the user choose another organization.
  const isSame = () => viewerOf(session.getState()) === viewerOf(state)
  const endWait = () => {
    if (isSame()) setAwaited(false)
  }
  setAwaited(true)
  const timer = setTimeout(endWait, longestWaitMs)
  let isOver = false
  try {
    if (!(await hasDatabase('fleet', username)) || !isSame()) return
    const scope = dataScopeOf(config, state.person)
    const readAhead = async () => {
      const { readSnapshotAhead } = await savedPart.load()
      if (!isOver && isSame()) readSnapshotAhead(personDatabase('fleet', username), scope)
    }
    const [{ restoreFleet }] = await Promise.all([fleetListPart.load(), readAhead()])
    if (isSame()) await restoreFleet({ username, scope })
  } catch {
    isOver = true
    // The page, too, loads the code, and says when it is missing.
    if (isSame()) savedPart.now()?.dropSnapshotAhead()
  } finally {
    clearTimeout(timer)
    endWait()
  }
}

function setAwaited(next: boolean): void {
  if (isAwaited === next) return
  isAwaited = next
  listeners.notify()
}
