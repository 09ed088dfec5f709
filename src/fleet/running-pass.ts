// The counts of one pass over the list, by which the index knows whether it is complete, and whether an outage began.
import type { EncodedPage } from './page-encoder'
import { type PassProgress, noProgress } from './read-pass'
import type { Pass } from '@/domain/fleet/completeness'
import { deviceNow } from '@/lib/server-clock'

/** A pass over the list. */
export interface RunningPass extends Pass {
  number: number
  /** Its start, Unix ms, device's clock: after a reload, the server's isn't known yet. */
  startedAtMs: number
  /** Time of the request for its first page, Unix ms, server's clock. */
  sinceMs: number
  /** Plants that were connected before, and those of them that it found disconnected. */
  connected: number
  stopped: number
  /** Number of plants that it found connected. */
  connectedNow: number
  progress: PassProgress
}

/** Returns a pass that starts at `startedAtMs` (Unix ms, device's clock). */
export function newPass(number: number, startedAtMs: number): RunningPass {
  return {
    number,
    startedAtMs,
    sinceMs: 0,
    connected: 0,
    stopped: 0,
    connectedNow: 0,
    progress: noProgress(),
    plants: 0,
    newPlants: 0,
    firstTotal: undefined,
    latestTotal: undefined,
    unreadableRows: 0,
    repeatedRows: 0,
    beganAtMs: undefined,
    isEnded: false,
  }
}

/** Returns true for a pass that has read something and started after `sinceMs` (Unix ms, device's clock). */
export function isResumable({ beganAtMs, startedAtMs }: RunningPass, sinceMs: number): boolean {
  // One from a time to come is of unknown age: the device's clock was set back.
  return beganAtMs !== undefined && startedAtMs >= sinceMs && startedAtMs <= deviceNow()
}

/** Returns a copy that doesn't change with the pass. */
export function copyOfPass(pass: RunningPass): RunningPass {
  return { ...pass, progress: { ...pass.progress, done: new Set(pass.progress.done) } }
}

/** Counts a page that arrived at `atMs` (Unix ms, server's clock). */
export function countPage(pass: RunningPass, page: EncodedPage, atMs: number): void {
  const { meta, columns, unreadableRows } = page
  if (pass.beganAtMs === undefined) {
    pass.firstTotal = meta.total
    pass.sinceMs = columns.readAtMs[0] ?? atMs
    pass.beganAtMs = atMs
  }
  pass.latestTotal = meta.total
  pass.unreadableRows += unreadableRows
}

/** Counts a plant that was last seen in the pass with this number; 0 for none. */
export function countRow(pass: RunningPass, seenInPass: number, previous?: RunningPass): void {
  if (seenInPass === pass.number) {
    pass.repeatedRows += 1
    return
  }
  pass.plants += 1
  if (seenInPass === 0 || seenInPass !== previous?.number) pass.newPlants += 1
}

/** Counts the connection of a plant, and whether the previous pass found it connected. */
export function countConnection(pass: RunningPass, isNow: boolean, wasConnected: boolean): void {
  if (isNow) pass.connectedNow += 1
  if (!wasConnected) return
  pass.connected += 1
  if (!isNow) pass.stopped += 1
}
