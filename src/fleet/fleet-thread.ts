// The worker in which pages are encoded, while there is one that works.
import { type Remote, wrap } from 'comlink'
import type { FleetWorker } from './fleet-worker'
// oxlint-disable-next-line import/default -- the bundler makes the export
import workerUrl from './fleet-worker?worker&url'
import { ContractError } from '@/api/errors'
import { startOwnWorker } from '@/lib/own-worker'

type FleetThread = Remote<FleetWorker>

/** The worker as started; `broken` rejects when it fails or is stopped. */
interface StartedThread {
  thread: FleetThread
  broken: Promise<never>
  stop: () => void
}

let isBroken = false
let started: StartedThread | undefined

/** Runs `work` in the worker; runs `here` when there is no worker or it fails. Rejects like `here`. */
export async function inFleetThread<Result>(
  work: (thread: FleetThread) => Promise<Result>,
  here: () => Result | Promise<Result>,
): Promise<Result> {
  if (isBroken) return here()
  try {
    const { thread, broken } = (started ??= start())
    return await Promise.race([work(thread), broken])
  } catch (error) {
    // Errors lose their class on the way between threads.
    if (!(error instanceof Error && error.name === ContractError.name)) {
      isBroken = true
      started?.stop()
    }
    return here()
  }
}

/** Throws `WorkerNotAllowedError`. */
function start(): StartedThread {
  const worker = startOwnWorker(workerUrl)
  let fail = (): void => undefined
  const broken = new Promise<never>((_resolve, reject) => {
    fail = () => reject(new Error('The worker broke.'))
  })
  // A worker may fail while it has nothing to do.
  broken.catch(() => undefined)
  worker.addEventListener('error', fail)
  const stop = () => {
    worker.terminate()
    fail()
  }
  return { thread: wrap<FleetWorker>(worker), broken, stop }
}
