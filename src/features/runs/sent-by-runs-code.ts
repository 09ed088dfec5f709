// Reads the commands that the runs on this device sent to a plant, for its page, which has no other use for their code.
import { type RunHead, type RunPlace, findPlantIn, loadHeads, loadRow } from './run-journal'
import type { SentCommand, SentReading } from '@/domain/commands/sent-command'
import { sentByRun } from '@/domain/runs/sent-by-run'
import { hourMs } from '@/lib/instants'

/** A plant of the runs' place. */
export interface PlantOfRuns extends RunPlace {
  plantId: string
}

/** Index of the plant in each run by the run's ID; undefined for a run without it. */
export type KnownIndices = Map<string, number | undefined>

/** Each document is loaded once, with all its plants. */
const maxOldRuns = 20

/**
 * Reads the commands that runs sent to a plant, as of `serverMs` (Unix ms, server's clock): of all runs that went on within the
 * last hour, and of the latest older ones. Indices that are found are put into `known`, so that the next reading needs only the
 * plant's rows. Returns undefined when the runs can't be listed.
 */
export async function readSentByRuns(
  place: PlantOfRuns,
  serverMs: number,
  known: KnownIndices,
): Promise<SentReading | undefined> {
  const heads = await loadHeads(place)
  if (heads === 'unreadable') return undefined
  if (heads === 'not-kept') return { sent: [], extent: 'whole' }
  const begun = heads.filter(
    ({ action, progress }) => action.kind === 'command' && progress.startedAtMs !== undefined,
  )
  const recent = begun.filter(({ progress }) => !isOld(progress, serverMs))
  const old = begun.filter(({ progress }) => isOld(progress, serverMs))
  const sent: SentCommand[] = []
  let extent: SentReading['extent'] = 'whole'
  // One after another, so that the documents of large runs aren't in memory together.
  for (const head of [...recent, ...old.slice(0, maxOldRuns)]) {
    try {
      const one = await readOne(place, head, known)
      if (one) sent.push(one)
    } catch {
      extent = 'partial'
    }
  }
  return { sent, extent }
}

const isOld = ({ endedAtMs = Infinity }: RunHead['progress'], serverMs: number) =>
  endedAtMs < serverMs - hourMs

async function readOne(place: PlantOfRuns, head: RunHead, known: KnownIndices) {
  const { id } = head
  const at = known.has(id) ? known.get(id) : await findPlantIn(place, id, place.plantId)
  known.set(id, at)
  const row = at === undefined ? undefined : await loadRow(place, id, at)
  return row && sentByRun(head, row)
}
