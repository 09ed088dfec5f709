// The worker in which pages are encoded and a stored fleet is read, as long as there is one.
import { type Remote, wrap } from 'comlink'
import type { FleetWorker } from './fleet-worker'
import { fleetWorker } from './fleet-worker-start'
import { ContractError } from '@/api/errors'

type FleetThread = Remote<FleetWorker>

let worker: Worker | undefined
let remote: FleetThread | undefined
/** Rejects when the worker fails; its work is then done in this thread. */
let broken: Promise<never> | undefined

/** Has work done by the worker, and `here` without one or when it fails. Rejects like `here`. */
export async function inFleetThread<Result>(
  work: (thread: FleetThread) => Promise<Result>,
  here: () => Result | Promise<Result>,
): Promise<Result> {
  start()
  if (!remote || !broken) return here()
  try {
    return await Promise.race([work(remote), broken])
  } catch (error) {
    // Errors lose their class on the way between threads.
    if (!(error instanceof Error && error.name === ContractError.name)) stop()
    return here()
  }
}

function start(): void {
  if (broken) return
  try {
    const own = fleetWorker()
    worker = own
    remote = wrap<FleetWorker>(own)
    broken = new Promise((_resolve, reject) => {
      own.addEventListener('error', () => reject(new Error('The worker broke.')))
    })
    broken.catch(() => undefined)
  } catch {
    // This browser or its policy allows no worker.
    broken = Promise.reject(new Error('No worker could be started.'))
    broken.catch(() => undefined)
  }
}

function stop(): void {
  worker?.terminate()
  worker = undefined
  remote = undefined
}
