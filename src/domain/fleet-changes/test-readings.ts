// Fleets for the tests of the differences between readings.
import { type FleetChanges, compareInSteps } from './fleet-changes'
import { type FleetReading, FleetRecorder, type RecordedPlant } from './fleet-reading'
import { dayMs, hourMs } from '@/lib/instants'
import { runSteps } from '@/lib/run-steps'
import { anyText, fc } from '@/lib/test-properties'

/** The time of the earlier reading, Unix ms; the later one is a day after it. */
export const earlierMs = Date.parse('2026-11-27T12:00:00Z')
/** The time of the later reading. */
export const laterMs = earlierMs + dayMs

/** A plant in operation. */
export const steady: RecordedPlant = {
  id: 'a',
  name: 'FVE Zlín',
  serialNumber: 'S-1',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  certificateExpiresAt: new Date(laterMs + 200 * dayMs).toISOString(),
  authFailureCount: 0,
}

/** Returns a reading of plants that were all read at its time. */
export function readingOf(
  plants: readonly RecordedPlant[],
  atMs: number,
  basis: FleetReading['basis'] = 'complete',
): FleetReading {
  const recorder = new FleetRecorder()
  for (const plant of plants) recorder.add(plant, atMs)
  return runSteps(recorder.finish({ atMs, basis }))
}

const anyState: fc.Arbitrary<RecordedPlant> = fc.record({
  id: fc.oneof(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    anyText({ minLength: 1, maxLength: 3 }),
  ),
  name: anyText({ maxLength: 4 }),
  serialNumber: fc.constantFrom('S-1', 'S-2', ''),
  status: fc.constantFrom('ONLINE', 'OFFLINE', 'DEGRADED', 'UNKNOWN', 'ASLEEP', ''),
  lifecycleStatus: fc.constantFrom('PENDING', 'PROVISIONED', 'ACTIVE', 'ACTIVE', 'SUSPENDED', ''),
  authMethod: fc.constantFrom('MTLS', 'MTLS', 'TOKEN', ''),
  certificateExpiresAt: fc.oneof(
    fc
      .integer({ min: -40, max: 200 })
      .map((days) => new Date(earlierMs + days * dayMs + hourMs).toISOString()),
    fc.constantFrom(null, 'never'),
  ),
  authFailureCount: fc.constantFrom(0, 3, null),
  unreadable: fc.subarray(['status', 'lifecycleStatus', 'certificateExpiresAt']),
})

/** Some plants with different IDs. */
export const anyPlants = fc.uniqueArray(anyState, { maxLength: 20, selector: ({ id }) => id })

/** The completeness of a reading. */
export const anyBasis = fc.constantFrom('complete', 'probable', 'incomplete')

/** Compares two readings at once. */
export function compareReadings(from: FleetReading, to: FleetReading): FleetChanges {
  return runSteps(compareInSteps(from, to))
}
