// The counts of one pass over the list, by which the index knows whether it is complete, and whether an outage began.
import { type PassProgress, noProgress } from './read-pass'
import type { Pass } from '@/domain/fleet/completeness'

/** A pass over the list. */
export interface RunningPass extends Pass {
  number: number
  /** Time of the request for its first page, Unix ms, server's clock. */
  sinceMs: number
  /** Plants that were connected before, and those of them that it found disconnected. */
  connected: number
  stopped: number
  /** Number of plants that it found connected. */
  connectedNow: number
  progress: PassProgress
}

/** Returns a pass that has read nothing yet. */
export function newPass(number: number): RunningPass {
  return {
    number,
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

/** Returns a copy that doesn't change with the pass. */
export function copyOfPass(pass: RunningPass): RunningPass {
  return { ...pass, progress: { ...pass.progress, done: new Set(pass.progress.done) } }
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
