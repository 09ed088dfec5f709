// Part of the first screen, so that the fleet of an earlier visit is read while the code that shows it is loaded.
// oxlint-disable-next-line import/default -- the bundler makes the export
import workerUrl from './fleet-worker?worker&url'
import { startOwnWorker } from '@/lib/own-worker'
import { onPersonChange } from '@/lib/person-change'

/** Where a snapshot is stored. */
export type SnapshotKey = [databaseName: string, scope: string]

/** The message that makes the worker read a snapshot ahead, or drop the one that it has read. */
export interface ReadAheadMessage {
  readAhead: SnapshotKey | null
}

/** The worker as started; `broken` rejects when it fails or is stopped. */
interface StartedWorker {
  worker: Worker
  broken: Promise<never>
  stop: () => void
}

let started: StartedWorker | undefined
/** True once the snapshot of this user was loaded: nothing will ask for it again. */
let isLoaded = false

onPersonChange(() => {
  dropSnapshot()
  isLoaded = false
})

/** Returns the worker, which is started on first use. Throws `WorkerNotAllowedError`. */
export function fleetWorker(): StartedWorker {
  return (started ??= start())
}

function start(): StartedWorker {
  const worker = startOwnWorker(workerUrl)
  let fail = (): void => undefined
  const broken = new Promise<never>((_resolve, reject) => {
    fail = () => reject(new Error('The worker broke.'))
  })
  // A worker may fail before anyone asks it for something.
  broken.catch(() => undefined)
  worker.addEventListener('error', fail)
  const stop = () => {
    worker.terminate()
    fail()
  }
  return { worker, broken, stop }
}

/** Starts reading a snapshot, for the code that will ask for it. */
export function readSnapshotAhead(...readAhead: SnapshotKey): void {
  if (isLoaded) return
  try {
    fleetWorker().worker.postMessage({ readAhead } satisfies ReadAheadMessage, [])
  } catch {
    // Without a worker, the page reads it.
  }
}

/** Frees the memory of what was read ahead, once it was loaded. */
export function dropSnapshot(): void {
  isLoaded = true
  started?.worker.postMessage({ readAhead: null } satisfies ReadAheadMessage, [])
}
