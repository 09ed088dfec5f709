import { fleetListPart } from './fleet-list-part'
import { type RouterContext, dataScopeOf } from '@/api/session/session-context'
import { usernameOf } from '@/api/session/session-state'
import { readSnapshotAhead } from '@/fleet/snapshot-parts-store'
import { hasDatabase, personDatabase } from '@/lib/person-databases'

/**
 * When this device has the fleet of an earlier visit, reads it and loads the code of its list at the same time, without
 * waiting for the first page.
 */
export async function preloadKnownFleet({
  config,
  session,
}: Pick<RouterContext, 'config' | 'session'>): Promise<void> {
  const state = session.getState()
  if (!('person' in state) || fleetListPart.now() !== undefined) return
  const { username } = state.person
  const isKnown = await hasDatabase('fleet', username)
  // Someone else may have signed in meanwhile.
  if (!isKnown || usernameOf(session.getState()) !== username) return
  const scope = dataScopeOf(config, state.person)
  readSnapshotAhead(personDatabase('fleet', username), scope)
  // The page, too, loads the code, and says when it is missing.
  const code = await fleetListPart.load().catch(() => undefined)
  if (usernameOf(session.getState()) === username) await code?.restoreFleet({ username, scope })
}
