import { confirmPlants } from './confirm-plants'
import { FleetIndex } from './fleet-index'
import { pageLimit, readEncodedPage } from './page-reader'
import { RateLimiter } from './rate-limiter'
import { readPass } from './read-pass'
import { readWithRetries } from './read-with-retries'
import { beginReadingPause, endReadingPause, noteReading } from './reading-pause'
import { SnapshotKeeper, restMs } from './snapshot-keeper'
import { type SnapshotPlace, loadSnapshot } from './snapshot-store'
import type { RuntimeConfig } from '@/api/config'
import { ApiError } from '@/api/errors'
import { fleetQueries } from '@/api/fleet'
import { readPlantDetail } from '@/api/plant-details'
import { isWorthAnotherPass } from '@/domain/fleet/completeness'
import { codePart } from '@/lib/code-part'
import { minuteMs } from '@/lib/instants'
import { onPersonChange } from '@/lib/person-change'
import { deviceNow, serverNow } from '@/lib/server-clock'
import { inSlices } from '@/lib/time-slices'
import { untilStalled } from '@/lib/until-stalled'
import { untilIdle } from '@/lib/when-idle'

/** Fleets up to this size are read again immediately until their completeness is proven. */
const maxVerified = 1_000
const maxPasses = 3
/** A pass that was interrupted longer ago starts from the beginning. */
const resumableForMs = 10 * minuteMs
/** A database that another tab holds up must not keep the list from being read. */
const longestStallMs = 2_000

const pastReadingsPart = codePart(() => import('./past-readings'))

/** The fleet of the user who is signed in. */
export const fleetIndex = new FleetIndex()

let untilPersonChanges = new AbortController()
let restoring: { from: string; done: Promise<void> } | undefined
let limiter: RateLimiter | undefined
let keeper: SnapshotKeeper | undefined
onPersonChange(() => {
  untilPersonChanges.abort()
  untilPersonChanges = new AbortController()
  restoring = undefined
  limiter = undefined
  keeper = undefined
  fleetIndex.clear()
})

/** Settings of the deployment for reading the fleet. */
type FleetLimits = Pick<RuntimeConfig, 'fleetLimit' | 'fleetConcurrency' | 'fleetPerMinute'>

/** Returns the limiter that all readings of the whole fleet share. */
export function fleetLimiter({ fleetPerMinute }: Pick<FleetLimits, 'fleetPerMinute'>): RateLimiter {
  return (limiter ??= new RateLimiter({ perMinute: fleetPerMinute }))
}

/**
 * Reads the whole list into the index; a short list is read until it is proven complete. Throws the client's
 * errors; the pages read so far are kept. `readPlant` reads a single plant that a pass did not find.
 */
export async function readFleet(
  limits: FleetLimits,
  place: SnapshotPlace,
  readPlant?: (plantId: string) => Promise<unknown>,
): Promise<void> {
  const { signal } = untilPersonChanges
  // The list's own rows are newer: the snapshot must be there before them.
  await restoreFleet(place)
  signal.throwIfAborted()
  const limited = fleetLimiter(limits)
  const kept = (keeper ??= new SnapshotKeeper(fleetIndex, place, signal))
  for (let passes = 0; passes < maxPasses; passes += 1) {
    if (!(await passOver(limits, kept, signal))) {
      // Or the next visit would show it, until the list turns out to be too long again.
      void kept.drop()
      return fleetIndex.exceedLimit()
    }
    fleetIndex.endPass()
    if (readPlant) await confirmPlants(fleetIndex.unconfirmed(), readPlant, limited, signal)
    const { plants, completeness } = fleetIndex.getState()
    if (plants > maxVerified || !isWorthAnotherPass(completeness)) break
  }
  void kept.keep().then(() => keepForComparison(place, signal))
}

const isTooMany = (error: unknown) => error instanceof ApiError && error.status === 429

/** Reads the pages of the list into the index; false when the list is too long. Throws the client's errors. */
async function passOver(
  limits: FleetLimits,
  kept: SnapshotKeeper,
  signal: AbortSignal,
): Promise<boolean> {
  const limited = fleetLimiter(limits)
  try {
    return await readPass({
      read: (page) =>
        readWithRetries(
          () => readEncodedPage(page, signal),
          limited,
          signal,
          (error, forMs) => {
            beginReadingPause(error, serverNow(), forMs)
            // A user who sees a failure may reload. A limit is met again and again while a large list is read.
            if (!isTooMany(error)) kept.keepProgress(restMs)
          },
        ),
      onPage: (page) => {
        noteReading(serverNow())
        const fresh = fleetIndex.addPage(page, serverNow())
        kept.onPage()
        return fresh
      },
      progress: fleetIndex.beginPass(deviceNow() - resumableForMs),
      limit: pageLimit,
      concurrency: limits.fleetConcurrency,
      maxPlants: limits.fleetLimit,
    })
  } catch (error) {
    kept.keepProgress()
    throw error
  } finally {
    // Otherwise the pause is another user's.
    if (!signal.aborted) endReadingPause()
  }
}

/** Query options for a pass over the list into the index. */
export function fleetPass(limits: FleetLimits, place: SnapshotPlace) {
  return fleetQueries.pass((queryClient) =>
    readFleet(limits, place, (plantId) => readPlantDetail(queryClient, plantId)),
  )
}

/** Adds the plants of an earlier visit, once; resolves in any case, as when the browser is slow to find them. */
export function restoreFleet(place: SnapshotPlace): Promise<void> {
  const from = `${place.username}\n${place.scope}`
  if (restoring?.from !== from) {
    restoring = { from, done: restoreSnapshot(place, untilPersonChanges.signal) }
  }
  return restoring.done
}

async function restoreSnapshot(place: SnapshotPlace, signal: AbortSignal): Promise<void> {
  try {
    const snapshot = await untilStalled(longestStallMs, (onProgress) =>
      loadSnapshot(place, onProgress),
    )
    if (!snapshot || signal.aborted) return
    await inSlices(fleetIndex.restore(snapshot, deviceNow() - resumableForMs), signal)
    // Otherwise the first page read again would redraw the list before it is first shown.
    await untilIdle()
  } catch {
    // A browser that stores nothing reads the list again.
  }
}

/** Keeps what was read, so that a later visit can say what has changed. */
async function keepForComparison(place: SnapshotPlace, signal: AbortSignal): Promise<void> {
  try {
    const { keepPastReading } = await pastReadingsPart.load()
    await keepPastReading(fleetIndex, place, signal)
  } catch {
    // A browser that stores nothing, or has no code for it now, compares nothing.
  }
}
