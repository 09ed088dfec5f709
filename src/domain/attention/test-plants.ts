// Plants for the tests of the attention queue.
import { type AttentionContext, AttentionSurveyor } from './attention-survey'
import type { Plant } from '@/api/plant-schemas'
import type { FleetFilter } from '@/domain/fleet/fleet-filter'
import { matchesFilter } from '@/domain/fleet/test-plain-list'
import { dayMs, hourMs, readInstant } from '@/lib/instants'
import { runSteps } from '@/lib/run-steps'
import { fc } from '@/lib/test-properties'

/** The time at which the fleets are judged, Unix ms. */
export const nowMs = Date.parse('2026-11-28T12:00:00Z')

/** Returns the time so many ms before that, as the API sends it. */
export const ago = (ms: number) => new Date(nowMs - ms).toISOString()

/** A plant without a problem. */
export const healthy: Plant = {
  id: 'a',
  name: 'FVE Zlín',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  authFailureCount: 0,
  lastSeenAt: ago(hourMs),
  createdAt: ago(400 * dayMs),
  certificateExpiresAt: ago(-200 * dayMs),
}

/** Nothing but the list. */
export const listOnly: AttentionContext = {
  nowMs,
  outage: undefined,
  failuresBefore: undefined,
  awaited: [],
}

/** Surveys plants that were all read at the time of judgement. */
export function survey(plants: readonly Plant[], context: Partial<AttentionContext> = {}) {
  const surveyor = new AttentionSurveyor({ ...listOnly, ...context })
  for (const plant of plants) surveyor.add(plant, context.nowMs ?? nowMs)
  return runSteps(surveyor.finish())
}

/** Returns the groups as pairs of key and IDs. */
export function idsByKey(...asked: Parameters<typeof survey>): [string, string[]][] {
  return survey(...asked).groups.map(({ key, plants }) => [key, plants.map(({ id }) => id)])
}

const instant = fc.oneof(
  fc.integer({ min: -60, max: 60 }).map((hours) => ago(hours * hourMs + 1)),
  fc.integer({ min: -60, max: 60 }).map((days) => ago(days * dayMs + hourMs)),
  fc.constantFrom(null, 'never'),
)

const anyPlant: fc.Arbitrary<Plant> = fc.record({
  id: fc.nat(1_000).map(String),
  name: fc.constantFrom('FVE Brno', ''),
  serialNumber: fc.constant('S-1'),
  type: fc.constant('GATEWAY'),
  authMethod: fc.constantFrom('MTLS', 'MTLS', 'TOKEN'),
  status: fc.constantFrom('ONLINE', 'OFFLINE', 'OFFLINE', 'DEGRADED', 'UNKNOWN', 'ASLEEP'),
  lifecycleStatus: fc.constantFrom(
    ...(['PENDING', 'PROVISIONED', 'ACTIVE', 'SUSPENDED', 'REVOKED', 'FROZEN', ''] as const),
  ),
  authFailureCount: fc.constantFrom(0, 3, null),
  certificateFingerprint: fc.constantFrom(null, null, 'aa', 'bb'),
  certificateSerialNumber: fc.constantFrom(null, '01', '02'),
  lastSeenAt: instant,
  certificateExpiresAt: instant,
  lastAuthFailureAt: instant,
  createdAt: instant,
})

/** An unreadable member is null. */
const anyReadPlant = fc
  .tuple(anyPlant, fc.nat(3))
  .map(([plant, one]) =>
    one === 0 ? { ...plant, lastSeenAt: null, unreadable: ['lastSeenAt'] } : plant,
  )

/** Some plants with different IDs. */
export const anyPlants: fc.Arbitrary<Plant[]> = fc.uniqueArray(anyReadPlant, {
  maxLength: 12,
  selector: ({ id }) => id,
})

/** A plant from the future was read with a wrong clock, and one without a state with a defect: no filter is exact then. */
const isOrdinary = (plant: Plant) =>
  !plant.unreadable &&
  plant.lifecycleStatus !== '' &&
  [plant.lastSeenAt, plant.createdAt].every((at) => (readInstant(at) ?? 0) <= nowMs)

/** Some plants that filters can tell apart. */
export const ordinaryPlants = anyPlants.map((plants) => plants.filter(isOrdinary))

/** Returns the IDs of the plants that a filter lists. */
export const listedBy = (plants: readonly Plant[], filter: FleetFilter) =>
  plants.filter((plant) => matchesFilter(plant, filter, nowMs)).map(({ id }) => id)
