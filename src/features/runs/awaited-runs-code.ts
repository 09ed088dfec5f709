// Reads the runs on this device for the overview, which has no other use for their code.
import { type RunPlace, loadHeads, loadRun } from './run-journal'
import { knownRun } from './run-store'
import type { AwaitedPlant } from '@/domain/attention/attention-survey'
import { followedForMs } from '@/domain/attention/awaited-answers'
import { awaitedOfRuns } from '@/domain/attention/awaited-runs'
import { deviceNow } from '@/lib/server-clock'

/** Plants that haven't answered a command of a run of this browser, as far as the runs could be read. */
export interface AwaitedOfRuns {
  awaited: readonly AwaitedPlant[]
  /** Number of runs with open commands that were not read; 'all' when the runs on this device can't be listed. */
  unreadRuns: number | 'all'
}

/** Each is loaded with all its plants. */
const maxRuns = 20
/** States in which a plant may not have answered. */
const openStates = ['sending', 'waiting', 'unknown', 'no-answer'] as const

/**
 * Reads the plants that haven't answered a command of the latest runs at `serverMs` (Unix ms, server's clock). Sends no
 * requests.
 */
export async function readAwaitedRuns(place: RunPlace, serverMs: number): Promise<AwaitedOfRuns> {
  const heads = await loadHeads(place)
  if (heads === 'unreadable') return { awaited: [], unreadRuns: 'all' }
  // A browser that stores nothing has no runs.
  if (heads === 'not-kept') return { awaited: [], unreadRuns: 0 }
  const begun = heads.filter(
    ({ action, counts, progress: { startedAtMs, endedAtMs } }) =>
      action.kind === 'command' &&
      startedAtMs !== undefined &&
      openStates.some((state) => (counts[state] ?? 0) > 0) &&
      (endedAtMs ?? Infinity) > serverMs - followedForMs,
  )
  const runs = await Promise.all(
    begun.slice(0, maxRuns).map(async ({ id }) => {
      const run = knownRun(id)?.run ?? (await loadRun(place, id).catch(() => undefined))?.run
      return run ? [run] : []
    }),
  )
  const read = runs.flat()
  return {
    awaited: awaitedOfRuns(read, { nowMs: deviceNow(), serverMs }),
    unreadRuns: begun.length - read.length,
  }
}
