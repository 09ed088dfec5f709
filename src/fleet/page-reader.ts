import { type Remote, wrap } from 'comlink'
import type { FleetWorker } from './fleet-worker'
// oxlint-disable-next-line import/default -- the bundler makes the export
import workerUrl from './fleet-worker?worker&url'
import { type EncodedPage, encodePage } from './page-encoder'
import { ContractError } from '@/api/errors'
import { readPageBody } from '@/api/plant-pages'
import { startOwnWorker } from '@/lib/own-worker'
import { serverNow } from '@/lib/server-clock'

/** Rows of a page: the API's maximum. */
export const pageLimit = 100

let worker: Worker | undefined
let remote: Remote<FleetWorker> | undefined
/** Rejects when the worker fails; pages are then encoded in this thread. */
let broken: Promise<never> | undefined

/** Reads one page of the list and encodes it, in a worker when there is one. Throws the client's errors. */
export async function readEncodedPage(page: number, signal: AbortSignal): Promise<EncodedPage> {
  const query = { page, limit: pageLimit }
  // Rows are as old as the request: what was read or changed meanwhile is newer.
  const requestedAtMs = serverNow()
  const body = await readPageBody(query, signal)
  const encoded = await encode(body, query, requestedAtMs)
  signal.throwIfAborted()
  return encoded
}

async function encode(...args: Parameters<typeof encodePage>): Promise<EncodedPage> {
  start()
  if (!remote || !broken) return encodePage(...args)
  try {
    return await Promise.race([remote.encodePage(...args), broken])
  } catch (error) {
    // Errors lose their class on the way between threads.
    if (error instanceof Error && error.name === ContractError.name) return encodePage(...args)
    stop()
    return encodePage(...args)
  }
}

function start(): void {
  if (broken) return
  try {
    const own = startOwnWorker(workerUrl)
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
