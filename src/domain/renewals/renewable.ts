// Chooses the plants that can join the worklist, and gives the reason for the others.
import type { AtRisk } from './certificate-survey'
import type { CertificatePlant } from './reach'
import type { PlantAction } from '@/domain/actions/plant-action-names'
import { whyImpossible } from '@/domain/actions/plant-actions'
import { whyNoPage } from '@/domain/plant/plant-address'

/** Every plant on the list is polled, so the list needs a limit. */
export const maxEntries = 200

/** A plant of the list, and when it was read (Unix ms, server's clock). */
interface ReadPlant extends CertificatePlant {
  readAtMs: number
}

/** Plants chosen for the worklist. */
interface Chosen {
  renewable: readonly ReadPlant[]
  /** Number of plants left out, by reason. */
  leftOut: ReadonlyMap<string, number>
}

/** Returns why an action on a plant at risk makes no sense; undefined when it does, or when only the server knows. */
export function whyNotOnRow(
  action: Extract<PlantAction, 'provision' | 'revoke'>,
  { plant }: Pick<AtRisk, 'plant'>,
): string | undefined {
  const { lifecycleStatus, authMethod } = plant
  // A value that wasn't read rules nothing out.
  const subject = {
    ...plant,
    lifecycleStatus: lifecycleStatus ?? '',
    authMethod: authMethod ?? '',
  }
  // The time counts for rotations only.
  return whyNoPage(plant.id) ?? whyImpossible(action, subject, 0, undefined)
}

/** Returns why a plant at risk can't join a worklist; undefined when it can. */
export function whyNotRenewable(row: AtRisk, listed: ReadonlySet<string>): string | undefined {
  if (listed.has(row.plant.id)) return 'Already on the worklist.'
  return readPlant(row) ? whyNotOnRow('provision', row) : 'Not in the list of plants yet.'
}

/** Divides plants at risk into those that can join a worklist, and the reasons for the others. */
export function chooseRenewable(rows: readonly AtRisk[], listed: ReadonlySet<string>): Chosen {
  const renewable: ReadPlant[] = []
  const leftOut = new Map<string, number>()
  for (const row of rows) {
    const read = readPlant(row)
    const isFull = listed.size + renewable.length >= maxEntries
    const reason =
      whyNotRenewable(row, listed) ??
      (isFull ? `A worklist can have at most ${maxEntries} plants.` : undefined)
    if (read && reason === undefined) renewable.push(read)
    else if (reason !== undefined) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1)
  }
  return { renewable, leftOut }
}

/** Returns the plant as the list has it; undefined for one that only `certificate-stats` lists. */
function readPlant({ plant, readAtMs }: AtRisk): ReadPlant | undefined {
  const { authFailureCount, status, lifecycleStatus, authMethod } = plant
  if (readAtMs === undefined || status === undefined) return undefined
  return {
    ...plant,
    readAtMs,
    authFailureCount,
    status,
    lifecycleStatus: lifecycleStatus ?? '',
    authMethod: authMethod ?? '',
  }
}
