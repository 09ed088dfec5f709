// Reads the details of the fleet while something on screen needs them. Outside React, because several panels share it.
import type { QueryClient } from '@tanstack/react-query'
import { type DetailName, type NamedKind, detailKinds, forgetFigures } from './detail-kinds'
import { keepReading } from './detail-queue'
import { type DueReading, dueReadings } from './due-readings'
import { fleetIndex, fleetLimiter } from './read-fleet'
import { type WantedPlants, wantedPlants } from './wanted-plants'
import type { RuntimeConfig } from '@/api/config'
import { isPlantGone } from '@/api/plant-gone'
import { minuteMs } from '@/lib/instants'
import { createListeners } from '@/lib/listeners'
import { onPersonChange } from '@/lib/person-change'
import { serverNow } from '@/lib/server-clock'

/** Of a larger fleet, only so many plants are read: reading 100,000 one by one would take hours. */
export const maxDetails = 3_000
/** Share of the allowed requests that repeated readings may use; the first ones may use all. */
const share = 0.1
/** Readings younger than this aren't repeated when the user asks again: each click would send thousands of requests. */
const youngMs = 5 * minuteMs

interface ReadingOptions {
  queryClient: QueryClient
  config: Pick<RuntimeConfig, 'fleetConcurrency' | 'fleetPerMinute'>
  /** Readings are repeated this often, or less often in a large fleet; null reads each plant once. */
  everyMs: number | null
}

const needs = new Set<{ names: readonly DetailName[] }>()
let options: ReadingOptions | undefined
let running: AbortController | undefined
let askedAtMs = -Infinity
let retriedAtMs = -Infinity
let chosen: { version: number; wanted: WantedPlants } | undefined
let trouble: unknown
const troubleListeners = createListeners()
onPersonChange(() => {
  stop()
  askedAtMs = -Infinity
  retriedAtMs = -Infinity
})

/** Returns the error because of which the queue pauses; undefined while the server answers. */
export function detailTrouble(): unknown {
  return trouble
}

/** Calls the listener when trouble begins or ends; returns the unsubscribe function. */
export const subscribeToDetailTrouble = troubleListeners.add

/** Reads each plant of the index for as long as something needs it; returns a function that ends this. */
export function needDetails(names: readonly DetailName[], latest: ReadingOptions): () => void {
  options = latest
  const need = { names }
  needs.add(need)
  // Once all panels of the page have said what they need: otherwise the fleet is read for the first one alone.
  queueMicrotask(() => {
    if (!running && needs.size > 0) start()
  })
  return () => {
    needs.delete(need)
    if (needs.size === 0) stop()
  }
}

/** Makes readings due again that failed or are older than five minutes, and ends a pause. */
export function readDetailsAgain(): void {
  askedAtMs = serverNow()
  retryDetails()
}

/** Makes those readings due again that failed, and ends a pause. Until they are read, they count as failed. */
export function retryDetails(): void {
  retriedAtMs = serverNow()
  endPause()
}

function endPause(): void {
  if (trouble === undefined || !running) return
  stop()
  start()
}

function start(): void {
  if (!options) return
  const { queryClient, config } = options
  running = new AbortController()
  const { signal } = running
  const reading = keepReading<DueReading<NamedKind>>(
    {
      due,
      keyOf: ({ kind, plantId }) => `${kind.name} ${plantId}`,
      read: ({ kind, plantId }) => kind.read(queryClient, plantId, signal),
      onFailure: ({ kind, plantId }, error) => {
        if (isPlantGone(error)) forgetFigures(plantId)
        else kind.figures.fail(plantId, serverNow())
      },
      onTrouble: noteTrouble,
      limiter: fleetLimiter(config),
      // The list may be read at the same time.
      concurrency: Math.floor(config.fleetConcurrency / 2),
    },
    signal,
  )
  reading.catch(() => undefined)
}

function stop(): void {
  running?.abort()
  running = undefined
  noteTrouble(undefined)
}

function neededKinds(): NamedKind[] {
  return detailKinds.filter(({ name }) => [...needs].some(({ names }) => names.includes(name)))
}

/** Finding them takes long in a large fleet, and is asked for every few seconds. */
function plantsToRead(): WantedPlants {
  const { version } = fleetIndex.getState()
  if (chosen?.version !== version) {
    chosen = { version, wanted: wantedPlants(fleetIndex.columns, maxDetails) }
  }
  return chosen.wanted
}

function due(): DueReading<NamedKind>[] {
  if (!options) return []
  const { config, everyMs } = options
  const wanted = plantsToRead()
  const plantIds = new Set([...wanted.urgent, ...wanted.rest])
  for (const { figures } of detailKinds) figures.keepOnly(plantIds)
  const kinds = neededKinds()
  const nowMs = serverNow()
  const roundMs = (plantIds.size * kinds.length * minuteMs) / config.fleetPerMinute
  const againMs = everyMs === null ? -Infinity : nowMs - Math.max(everyMs, roundMs / share)
  const sinceMs = Math.max(againMs, askedAtMs - youngMs)
  return dueReadings(wanted, kinds, { nowMs, sinceMs, retriedAtMs })
}

function noteTrouble(error: unknown): void {
  if (trouble === error) return
  trouble = error
  troubleListeners.notify()
}
