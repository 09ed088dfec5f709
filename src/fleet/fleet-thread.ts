// The worker in which pages are encoded and a stored fleet is read, while there is one that works.
import { type Remote, wrap } from 'comlink'
import type { FleetWorker } from './fleet-worker'
import { fleetWorker } from './fleet-worker-start'
import { ContractError } from '@/api/errors'

type FleetThread = Remote<FleetWorker>

let isBroken = false
let remote: FleetThread | undefined

/** Runs `work` in the worker; runs `here` when there is no worker or it fails. Rejects like `here`. */
export async function inFleetThread<Result>(
  work: (thread: FleetThread) => Promise<Result>,
  here: () => Result | Promise<Result>,
): Promise<Result> {
  if (isBroken) return here()
  try {
    const { worker, broken } = fleetWorker()
    remote ??= wrap<FleetWorker>(worker)
    return await Promise.race([work(remote), broken])
  } catch (error) {
    // Errors lose their class on the way between threads.
    if (!(error instanceof Error && error.name === ContractError.name)) stop()
    return here()
  }
}

function stop(): void {
  isBroken = true
  try {
    fleetWorker().stop()
  } catch {
    // This browser or its policy allows no worker.
  }
}
