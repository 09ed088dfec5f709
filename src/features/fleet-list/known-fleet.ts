import { fleetListPart } from './fleet-list-part'
import { type RouterContext, dataScopeOf } from '@/api/session/session-context'
import { viewerOf } from '@/api/session/session-state'
import { dropSnapshotAhead, readSnapshotAhead } from '@/fleet/snapshot-parts-store'
import { hasDatabase, personDatabase } from '@/lib/person-databases'

/**
 * When this device has the fleet of an earlier visit, reads it and loads the code of its list at the same time, without
 * waiting for the first page, and restores it. Resolves in any case.
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
  if (!(await hasDatabase('fleet', username)) || !isSame()) return
  const scope = dataScopeOf(config, state.person)
  readSnapshotAhead(personDatabase('fleet', username), scope)
  try {
    const { restoreFleet } = await fleetListPart.load()
    if (isSame()) await restoreFleet({ username, scope })
  } catch {
    // The page, too, loads the code, and says when it is missing.
    if (isSame()) dropSnapshotAhead()
  }
}
