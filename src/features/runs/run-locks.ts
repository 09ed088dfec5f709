// One run at a time over all tabs, and which one it is.
import type { RunPlace } from './run-journal'
import { changeKnown, knownRun } from './run-store'
import { ownName } from '@/lib/base-path'
import { type LockRefusal, onTabLockFree, takeTabLock } from '@/lib/tab-lock'

const lockOf = ({ scope }: RunPlace) => ownName(`plantdeck.run ${scope}`)
const lockOfRun = (place: RunPlace, id: string) => `${lockOf(place)} ${id}`
const waits = new Map<string, () => void>()

/** Takes the right to carry a run out; resolves with the function that gives it back, or the reason. */
export async function takeRunLock(
  place: RunPlace,
  id: string,
): Promise<(() => void) | LockRefusal> {
  const any = await takeTabLock(lockOf(place))
  if (typeof any !== 'function') return any
  const own = await takeTabLock(lockOfRun(place, id))
  if (typeof own !== 'function') {
    any()
    return own
  }
  return () => {
    own()
    any()
  }
}

/** Returns true while another tab carries out this run. */
export async function isElsewhere(place: RunPlace, id: string): Promise<boolean> {
  const lock = await takeTabLock(lockOfRun(place, id))
  if (typeof lock === 'function') lock()
  return lock === 'taken'
}

/** Shows a run as one of another tab until that tab lets go of it; then `reload` is called. */
export function watchElsewhere(place: RunPlace, id: string, reload: () => void): void {
  changeKnown(id, { owner: 'elsewhere' })
  if (waits.has(id)) return
  const stop = onTabLockFree(lockOfRun(place, id), () => {
    waits.delete(id)
    if (knownRun(id)?.owner === 'elsewhere') reload()
  })
  waits.set(id, stop)
}

/** Ends all waits: for another user. */
export function endWaits(): void {
  for (const stop of waits.values()) stop()
  waits.clear()
}
