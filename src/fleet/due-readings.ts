import type { PlantFigures } from './plant-figures'
import type { WantedPlants } from './wanted-plants'
import { minuteMs } from '@/lib/instants'

/** A kind of reading that plants are asked for, one request each. */
export interface DetailKind {
  figures: Pick<PlantFigures<unknown>, 'of' | 'failedAtMs'>
  /** Returns true when a reading no longer says anything, at two times: its own and now (Unix ms, server's clock). */
  isOver: (readAtMs: number, nowMs: number) => boolean
}

/** A reading of one plant. */
export interface DueReading<Kind> {
  kind: Kind
  plantId: string
}

/** Times by which readings are due, Unix ms, server's clock. */
interface DueTimes {
  nowMs: number
  /** Older readings are repeated; -Infinity repeats none. */
  sinceMs: number
  /** Time at which the user last asked for the failed ones again. */
  retriedAtMs: number
}

/** A plant whose reading fails is left alone for a while, so that others get their turn. */
const failedAgainMs = 5 * minuteMs

/**
 * Returns the readings that are due: of plants in trouble first, the most urgent before the others, then of the rest,
 * never read before oldest reading. A plant's kinds come one after the other. Plants that are gone are forgotten.
 */
export function dueReadings<Kind extends DetailKind>(
  { urgent, rest }: WantedPlants,
  kinds: readonly Kind[],
  times: DueTimes,
): DueReading<Kind>[] {
  const readAtMs = (plantId: string) =>
    Math.min(...kinds.map(({ figures }) => figures.of(plantId)?.readAtMs ?? -Infinity))
  const byAge = rest
    .map((plantId) => ({ plantId, atMs: readAtMs(plantId) }))
    .toSorted((a, b) => (a.atMs === b.atMs ? 0 : a.atMs - b.atMs))
    .map(({ plantId }) => plantId)
  return [...urgent, ...byAge].flatMap((plantId) =>
    kinds.flatMap((kind) => (isDue(plantId, kind, times) ? [{ kind, plantId }] : [])),
  )
}

function isDue(
  plantId: string,
  { figures, isOver }: DetailKind,
  { nowMs, sinceMs, retriedAtMs }: DueTimes,
): boolean {
  const failedAtMs = figures.failedAtMs(plantId)
  if (failedAtMs !== undefined) {
    return failedAtMs <= retriedAtMs || failedAtMs < nowMs - failedAgainMs
  }
  const readAtMs = figures.of(plantId)?.readAtMs
  if (readAtMs === undefined) return true
  return readAtMs < sinceMs || isOver(readAtMs, nowMs)
}
