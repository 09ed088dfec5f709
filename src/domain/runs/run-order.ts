import type { Plant } from '@/api/plant-schemas'
import { isConnected } from '@/domain/status/connection-kind'
import { readInstant } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'

/**
 * Puts the plants that go first, the canary, before the others, which keep their order. Connected plants that were
 * seen last go first, of different types and templates where possible, so that a mistake that only some plants show is
 * found early.
 */
export function canaryFirst<P extends Plant>(plants: readonly P[], canary: number): P[] {
  const connected = plants
    .filter((plant) => isConnected(plant.status) && !isUnreadable(plant, 'status'))
    .toSorted((a, b) => seenMs(b) - seenMs(a))
  const chosen = new Set<P>()
  for (let place = 0; place < canary; place += 1) {
    const next = mostDifferent(connected, chosen) ?? mostDifferent(plants, chosen)
    if (next) chosen.add(next)
  }
  return [...chosen, ...plants.filter((plant) => !chosen.has(plant))]
}

/** Returns the plant that shares the fewest of its type and template with the chosen ones, the first of several. */
function mostDifferent<P extends Plant>(
  plants: readonly P[],
  chosen: ReadonlySet<P>,
): P | undefined {
  const types = new Set(Array.from(chosen, ({ type }) => type))
  const templates = new Set(Array.from(chosen, templateOf))
  const shared = (plant: P) =>
    Number(types.has(plant.type)) + Number(templates.has(templateOf(plant)))
  let best: { plant: P; shared: number } | undefined
  for (const plant of plants) {
    if (chosen.has(plant)) continue
    const count = shared(plant)
    if (best === undefined || count < best.shared) best = { plant, shared: count }
    if (count === 0) break
  }
  return best?.plant
}

const seenMs = ({ lastSeenAt }: Plant) => readInstant(lastSeenAt) ?? 0

const templateOf = ({ templateId }: Plant) => templateId ?? ''
