// Fleets for the tests of the index.
import { FleetColumns } from './fleet-columns'
import { type SnapshotPage, encodePlants } from './page-columns'
import type { EncodedPage } from './page-encoder'
import { snapshotPages } from './snapshot-pages'
import type { Plant } from '@/api/plant-schemas'
import { type Condition, certificateBuckets, facetNames } from '@/domain/fleet/fleet-filter'
import { dayMs, hourMs } from '@/lib/instants'
import { anyText, fc } from '@/lib/test-properties'

/** The time at which the fleets are judged. */
export const nowMs = Date.parse('2026-11-28T12:00:00Z')

const at = (ms: number) => new Date(nowMs + ms).toISOString()
const instant = fc.oneof(
  fc.integer({ min: -60, max: 400 }).map((days) => at(days * dayMs + hourMs)),
  fc.constantFrom(null, undefined, 'not a date', '0001-01-01T00:00:00Z'),
)
const hex = fc.stringMatching(/^([0-9a-f]{2}){8}$/)
const fingerprint = fc.oneof(
  hex,
  hex.map((digits) => digits.toUpperCase()),
  hex.map((digits) => digits.replaceAll(/(..)(?=.)/g, '$1:')),
  hex.map((digits) => digits.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:')),
  fc.constantFrom(null, undefined, '', 'SHA256:q83vAQ', 'aB:cd'),
)
const word = fc.constantFrom('Brno', 'Žatec', 'FVE', 'sever', '100% ok', 'lodz', 'Łódź', '42')
const words = fc.array(word, { minLength: 0, maxLength: 3 }).map((some) => some.join(' '))
const metadata = fc.option(
  fc
    .dictionary(
      fc.constantFrom('installer', 'region', 'a b', '__proto__'),
      fc.oneof(words, fc.nat(5)),
    )
    .map((object) => JSON.stringify(object)),
)

/** Any plant of a list as read; ids are unique by number. */
export const anyPlant = fc.record(
  {
    id: fc.oneof(
      fc.uuid(),
      fc.uuid().map((id) => id.toUpperCase()),
      anyText({ minLength: 1, maxLength: 5 }),
    ),
    name: fc.oneof(words, anyText({ maxLength: 8 })),
    serialNumber: fc.oneof(fc.stringMatching(/^[A-C]-\d{2}$/), anyText({ maxLength: 4 })),
    type: fc.constantFrom('GATEWAY', 'SENSOR', 'Zvláštní', ''),
    status: fc.constantFrom('ONLINE', 'OFFLINE', 'offline', 'DEGRADED', ''),
    lifecycleStatus: fc.constantFrom('ACTIVE', 'REVOKED', 'PROVISIONED', 'PENDING'),
    authMethod: fc.constantFrom('MTLS', 'TOKEN'),
    authFailureCount: fc.option(fc.nat(3)),
    lastSeenAt: instant,
    certificateExpiresAt: instant,
    createdAt: instant,
    activatedAt: instant,
    lastAuthFailureAt: instant,
    certificateFingerprint: fingerprint,
    certificateSerialNumber: fc.oneof(fingerprint, fc.constantFrom('00A1B2C3', '253636924')),
    organizationId: fc.constantFrom('o-1', 'o-2', null),
    templateId: fc.constantFrom('t-1', null),
    template: fc.constantFrom({ id: 't-1', name: 'Heating' }, { id: 't-2', name: 'heating' }, null),
    metadata,
    unreadable: fc.subarray([
      'status',
      'authFailureCount',
      'lastSeenAt',
      'certificateExpiresAt',
      'template',
    ]),
  },
  { noNullPrototype: true },
)

/** Up to thirty plants with different ids. What is unreadable has its fallback. */
export const anyFleet = fc
  .uniqueArray(anyPlant, { maxLength: 30, selector: ({ id }) => id })
  .map((plants) => plants.map(asRead))

function asRead(plant: Plant): Plant {
  const { unreadable = [], ...rest } = plant
  const isFieldUnreadable = (name: string) => unreadable.includes(name)
  return {
    ...rest,
    ...(isFieldUnreadable('status') ? { status: '' } : {}),
    ...(isFieldUnreadable('authFailureCount') ? { authFailureCount: null } : {}),
    ...(isFieldUnreadable('lastSeenAt') ? { lastSeenAt: null } : {}),
    ...(isFieldUnreadable('certificateExpiresAt') ? { certificateExpiresAt: null } : {}),
    ...(isFieldUnreadable('template') ? { template: null } : {}),
    ...(unreadable.length > 0 ? { unreadable } : {}),
  }
}

const facet = fc.constantFrom(...facetNames)
const facetValue = fc.constantFrom(
  ...certificateBuckets,
  'OFFLINE',
  'online',
  'active',
  'MTLS',
  'HEATING',
  't-2',
  'o-1',
  'day',
  'never',
  '',
)
const op = fc.constantFrom('<' as const, '>' as const)

/** Any condition that the filter language can express. */
export const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.oneof(word, fc.constantFrom('a1b2c3', 'E', ' ', 'brno fve')),
  }),
  fc.record({
    kind: fc.constant('facet' as const),
    facet,
    values: fc.array(facetValue, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('meta' as const),
    key: fc.constantFrom('installer', 'region', '__proto__', 'none'),
    values: fc.array(fc.oneof(words, fc.constantFrom('3')), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('age' as const),
    field: fc.constantFrom('cert' as const, 'seen' as const, 'created' as const),
    op,
    ms: fc.integer({ min: 0, max: 90 }).map((days) => days * dayMs),
  }),
  fc.record({
    kind: fc.constant('count' as const),
    field: fc.constant('failures' as const),
    op: fc.constantFrom('<' as const, '>' as const, '=' as const),
    count: fc.nat(3),
  }),
)

/** Returns a plant in good order that is named by its ID. */
export const plainPlant = (id: string, name = id, status = 'ONLINE'): Plant => ({
  id,
  name,
  serialNumber: id,
  type: 'GATEWAY',
  status,
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
})

/** A time at which a fleet was read. */
export const anyReading = fc.integer({ min: 0, max: 40 }).map((days) => nowMs - days * dayMs)

/** Returns the columns of a fleet that arrived in pages of seven, read at `readAtMs` (Unix ms). */
export function columnsOf(plants: readonly Plant[], readAtMs = nowMs): FleetColumns {
  const columns = new FleetColumns()
  for (let from = 0; from < plants.length; from += 7) {
    columns.addPage(encodePlants(plants.slice(from, from + 7), readAtMs))
  }
  return columns
}

/** Returns the pages of a snapshot of plants that were read at `readAtMs` (Unix ms). */
export function snapshotOf(plants: readonly Plant[], readAtMs: number): SnapshotPage[] {
  const columns = new FleetColumns()
  columns.addPage(encodePlants(plants, readAtMs))
  return [...snapshotPages(columns)]
}

/** Returns a page of plants, those given by ID in good order, that was requested at `atMs` (Unix ms). */
export function encodedPage(
  rows: readonly (string | Plant)[],
  total: number | undefined,
  atMs: number,
): EncodedPage {
  const plants = rows.map((row) => (typeof row === 'string' ? plainPlant(row) : row))
  const meta = { total, totalPages: 1, hasNext: false }
  return { columns: encodePlants(plants, atMs), meta, rows: rows.length, unreadableRows: 0 }
}
