// Part of the first screen, so that the fleet of an earlier visit is read while the code that shows it is loaded.
// oxlint-disable-next-line import/default -- the bundler makes the export
import workerUrl from './fleet-worker?worker&url'
import { startOwnWorker } from '@/lib/own-worker'
import { onPersonChange } from '@/lib/person-change'

/** The message that makes the worker read a snapshot ahead, or drop the one that it has read. */
export interface ReadAhead {
  readAhead: [databaseName: string, scope: string] | null
}

let worker: Worker | undefined

onPersonChange(dropSnapshot)

/** Returns the worker, which is started on first use. Throws `WorkerNotAllowedError`. */
export function fleetWorker(): Worker {
  return (worker ??= startOwnWorker(workerUrl))
}

/** Starts reading a snapshot, for the code that will ask for it. */
export function readSnapshotAhead(databaseName: string, scope: string): void {
  try {
    fleetWorker().postMessage({ readAhead: [databaseName, scope] } satisfies ReadAhead, [])
  } catch {
    // Without a worker, the page reads it.
  }
}

/** Frees the memory of what was read ahead. */
export function dropSnapshot(): void {
  worker?.postMessage({ readAhead: null } satisfies ReadAhead, [])
}
