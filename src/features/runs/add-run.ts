import { noteListChanged } from './run-carrier'
import { type RunPlace, storeRun } from './run-journal'
import { forgetKnown } from './run-store'
import { type RunDocument, runHash } from '@/domain/runs/run-document'
import { getPreference } from '@/lib/preferences'

/** Stores a planned run on this device. Rejects when the browser stores nothing. */
export async function addRun(place: RunPlace, document: RunDocument): Promise<void> {
  const { id, createdAtMs, action, note, plants } = document
  const hash = await runHash(document)
  const head = {
    id,
    hash,
    createdAtMs,
    action,
    note,
    plants: plants.length,
    progress: { phase: 'ready', wave: 0 } as const,
    counts: { 'not-sent': plants.length },
    isExported: false,
  }
  await storeRun(place, head, document, Number(getPreference('runsKept')))
  forgetKnown(id)
  await noteListChanged(place, id)
}
