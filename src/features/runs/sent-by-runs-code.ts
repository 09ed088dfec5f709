// Reads the commands that the runs on this device sent to a plant, for its page, which has no other use for their code.
import { type RunHead, type RunPlace, loadHeads, loadPlantRow } from './run-journal'
import type { SentCommand } from '@/domain/commands/sent-command'
import { sentByRun } from '@/domain/runs/sent-by-run'
import { hourMs } from '@/lib/instants'

/** A plant of the runs' place. */
export interface PlantOfRuns extends RunPlace {
  plantId: string
}

/** Commands by the IDs of their runs; undefined for a run that sent the plant none. */
export type KeptCommands = Map<string, SentCommand | undefined>

/** Each document is loaded with all its plants. */
const maxRuns = 20

/**
 * Reads the commands that the latest runs sent to a plant at `serverMs` (Unix ms, server's clock); runs that can't be read are
 * left out. Those of old runs are put into `kept`, and aren't read again.
 */
export async function readSentByRuns(
  place: PlantOfRuns,
  serverMs: number,
  kept: KeptCommands,
): Promise<SentCommand[]> {
  const heads = await loadHeads(place)
  if (typeof heads === 'string') return []
  const begun = heads.filter(
    ({ action, progress }) => action.kind === 'command' && progress.startedAtMs !== undefined,
  )
  const sent: SentCommand[] = []
  // One after another, so that the documents of large runs aren't in memory together.
  for (const { id, progress } of begun.slice(0, maxRuns)) {
    const one = kept.has(id) ? kept.get(id) : await readOne(place, id)
    if (one === 'unreadable') continue
    // Until then, a later reading may find the record of a lost response.
    if (isOld(progress, serverMs)) kept.set(id, one)
    if (one) sent.push(one)
  }
  return sent
}

const isOld = ({ endedAtMs = Infinity }: RunHead['progress'], serverMs: number) =>
  endedAtMs < serverMs - hourMs

async function readOne(place: PlantOfRuns, id: string) {
  try {
    const stored = await loadPlantRow(place, id, place.plantId)
    return stored && sentByRun(stored.document, stored.row)
  } catch {
    return 'unreadable'
  }
}
