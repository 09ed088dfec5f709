import { noteListChanged } from './run-carrier'
import { type RunPlace, type Stored, storeRun } from './run-journal'
import { forgetKnown } from './run-store'
import { type RunDocument, runHash } from '@/domain/runs/run-document'
import { getPreference } from '@/lib/preferences'

/** Stores a planned run on this device, unless it is there. Rejects when the browser stores nothing. */
export async function addRun(place: RunPlace, document: RunDocument): Promise<Stored> {
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
  const stored = await storeRun(place, head, document, Number(getPreference('runsKept')))
  if (stored === 'new') forgetKnown(id)
  await noteListChanged(place, id)
  return stored
}
