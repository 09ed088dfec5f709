// The worker in which pages are encoded, while there is one that works.
import { type Remote, wrap } from 'comlink'
import type { FleetWorker } from './fleet-worker'
// oxlint-disable-next-line import/default -- the bundler makes the export
import workerUrl from './fleet-worker?worker&url'
import { ContractError } from '@/api/errors'
import { startOwnWorker } from '@/lib/own-worker'

type FleetThread = Remote<FleetWorker>

/** The worker as started; `untilBroken` rejects when it fails or is stopped before some work in it is done. */
interface StartedThread {
  thread: FleetThread
  untilBroken: <Result>(work: Promise<Result>) => Promise<Result>
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
    const { thread, untilBroken } = (started ??= start())
    return await untilBroken(work(thread))
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
  let isOver = false
  const waiting = new Set<(why: Error) => void>()
  const fail = () => {
    isOver = true
    for (const reject of waiting) reject(new Error('The worker broke.'))
    waiting.clear()
  }
  worker.addEventListener('error', fail)
  // Racing with one promise that never settles would keep the result of each piece of work in memory.
  const untilBroken = <Result>(work: Promise<Result>) =>
    new Promise<Result>((resolve, reject) => {
      waiting.add(reject)
      if (isOver) fail()
      work.then(resolve, reject).finally(() => waiting.delete(reject))
    })
  const stop = () => {
    worker.terminate()
    fail()
  }
  return { thread: wrap<FleetWorker>(worker), untilBroken, stop }
}
