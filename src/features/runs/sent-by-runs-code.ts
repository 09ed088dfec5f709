// Reads the commands that the runs on this device sent to a plant, for its page, which has no other use for their code.
import { type RunHead, type RunPlace, loadHeads, loadPlantRow } from './run-journal'
import type { SentCommand, SentReading } from '@/domain/commands/sent-command'
import { sentByRun } from '@/domain/runs/sent-by-run'
import { hourMs } from '@/lib/instants'

/** A plant of the runs' place. */
export interface PlantOfRuns extends RunPlace {
  plantId: string
}

/** Commands by the IDs of their runs; undefined for a run that sent the plant none. */
export type KeptCommands = Map<string, SentCommand | undefined>

/** Each document is loaded with all its plants. */
const maxOldRuns = 20

/**
 * Reads the commands that runs sent to a plant, as of `serverMs` (Unix ms, server's clock): of all runs that went on within the
 * last hour, and of the latest older ones. The commands of old runs are put into `kept`, and aren't read again. Returns undefined
 * when the runs can't be listed.
 */
export async function readSentByRuns(
  place: PlantOfRuns,
  serverMs: number,
  kept: KeptCommands,
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
  for (const { id, progress } of [...recent, ...old.slice(0, maxOldRuns)]) {
    const one = kept.has(id) ? kept.get(id) : await readOne(place, id)
    if (one === 'unreadable') {
      extent = 'partial'
      continue
    }
    // Until then, a later reading may find the record of a lost response.
    if (isOld(progress, serverMs)) kept.set(id, one)
    if (one) sent.push(one)
  }
  return { sent, extent }
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
