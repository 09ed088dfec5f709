import { expect, it } from 'vitest'
import { type PlantsExport, plantsExport } from './plants-export'
import type { Plant } from '@/api/plant-schemas'
import { parseFilter } from '@/domain/fleet/filter-text'
import { listColumns } from '@/domain/fleet/list-columns'

const readAtMs = Date.UTC(2026, 10, 22, 10)
const seenAt = '2026-11-12T09:00:00.123Z'
const expiresAt = '2026-11-20T00:00:00Z'
const lost: Plant = {
  id: '00d1',
  name: '=HYPERLINK("http://x")',
  serialNumber: '007',
  type: 'GATEWAY',
  status: 'OFFLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  authFailureCount: 0,
  lastSeenAt: seenAt,
  organizationId: 'o-1',
  templateId: 't-1',
  template: { id: 't-1', name: 'Heating, "new"' },
  certificateExpiresAt: expiresAt,
  certificateSerialNumber: '00A1',
  certificateFingerprint: 'AB:CD',
  createdAt: '2026-01-01T00:00:00Z',
}

function tableOf(plants: readonly Plant[], change: Partial<PlantsExport> = {}) {
  return plantsExport({
    plants: {
      count: plants.length,
      oldestReadAtMs: readAtMs,
      [Symbol.iterator]: () => plants.map((plant) => ({ plant, readAtMs })).values(),
    },
    columns: ['name'],
    filter: [],
    selected: undefined,
    fleet: {
      total: 12_400,
      completeness: { kind: 'complete', asOfMs: readAtMs },
      isFromSnapshot: false,
      failure: undefined,
    },
    exportedAtMs: readAtMs + 60_000,
    ...change,
  })
}

function cellsOf(plant: Plant): Record<string, unknown> {
  const { columns, rows } = tableOf([plant], { columns: listColumns })
  const [row = []] = [...rows]
  expect(row).toHaveLength(columns.length)
  return Object.fromEntries(columns.map(({ heading }, at) => [heading, row[at]]))
}

const about = (change: Partial<PlantsExport>) =>
  tableOf([lost], change).about.map(({ label, text }) => `${label}: ${text}`)

it('has the chosen columns in order, then all IDs and the time each row was read', () => {
  const { columns } = tableOf([], { columns: ['name', 'seen', 'urgency', 'serialNumber'] })
  expect(columns.map(({ heading }) => heading)).toEqual([
    'Name',
    'Last seen',
    'Needs attention',
    'Needs attention: time',
    'Serial number',
    'Plant ID',
    'Organization ID',
    'Template ID',
    'Certificate serial number',
    'Certificate fingerprint',
    'Row read',
  ])
})

it('writes text as worded on screen, exact times and plain numbers', () => {
  expect(cellsOf(lost)).toEqual({
    Name: '=HYPERLINK("http://x")',
    'Needs attention': 'Certificate expired',
    'Needs attention: time': Date.parse(expiresAt),
    'Serial number': '007',
    Connection: 'Offline',
    Lifecycle: 'Active',
    'Certificate expires': Date.parse(expiresAt),
    'Last seen': Date.parse(seenAt),
    'Auth failures': 0,
    Type: 'Gateway',
    'Auth method': 'MTLS',
    Template: 'Heating, "new"',
    Created: Date.UTC(2026, 0, 1),
    'Plant ID': '00d1',
    'Organization ID': 'o-1',
    'Template ID': 't-1',
    'Certificate serial number': '00A1',
    'Certificate fingerprint': 'AB:CD',
    'Row read': readAtMs,
  })
})

it('distinguishes what is missing, unknown, unreadable and revoked', () => {
  const bare = { ...lost, lastSeenAt: null, authFailureCount: null, template: null, type: '' }
  expect(cellsOf(bare)).toMatchObject({
    'Last seen': null,
    'Auth failures': null,
    Template: undefined,
    Type: 'Not given',
  })
  const pending = {
    ...bare,
    lifecycleStatus: 'PENDING',
    certificateExpiresAt: null,
    certificateSerialNumber: null,
    certificateFingerprint: null,
  }
  expect(cellsOf(pending)).toMatchObject({
    'Needs attention': 'Waiting for credentials',
    'Certificate expires': 'none yet',
  })
  const names = ['name', 'serialNumber', 'type', 'status', 'lifecycleStatus', 'authMethod']
  const others = ['authFailureCount', 'lastSeenAt', 'certificateExpiresAt', 'createdAt', 'template']
  expect(cellsOf({ ...lost, unreadable: [...names, ...others] })).toMatchObject({
    Name: 'unreadable',
    'Serial number': 'unreadable',
    Connection: 'Unreadable',
    Lifecycle: 'Unreadable',
    'Certificate expires': 'unreadable',
    'Last seen': 'unreadable',
    'Auth failures': 'unreadable',
    Type: 'unreadable',
    'Auth method': 'unreadable',
    Template: 'unreadable',
    Created: 'unreadable',
  })
  expect(cellsOf({ ...lost, lifecycleStatus: 'REVOKED' })).toMatchObject({
    'Certificate expires': 'revoked',
    'Needs attention': undefined,
  })
  const unused = cellsOf({ ...lost, authMethod: 'TOKEN' })
  expect(unused).toMatchObject({ 'Certificate expires': 'not used' })
})

it('states the filter, the number of rows, their age and whether plants may be missing', () => {
  const { filter } = parseFilter('status:offline,degraded cert<30d brno')
  expect(tableOf([lost]).fileName).toBe('plants-2026-11-22')
  expect(about({ filter })).toEqual([
    'Filter: Connection: Offline or Degraded; Certificate expires in less than 30 days; Contains “brno”',
    'Rows: 1 of 12,400 plants',
    'Data as of: 2026-11-22 10:00:00 UTC',
    'Exported: 2026-11-22 10:01:00 UTC',
    'Filter line: status:offline,degraded cert<30d brno',
    'Fleet: Complete as of 2026-11-22 10:00:00 UTC.',
  ])
  const fleet = {
    total: undefined,
    completeness: { kind: 'incomplete', gap: 'reading' },
    isFromSnapshot: false,
    failure: undefined,
  } as const
  expect(about({ fleet })).toContain('Rows: 1 of an unknown number of plants')
  expect(about({ fleet })).toContain('Fleet: Incomplete. The list is still being read.')
})

it('states the number of selected plants, and of those that are gone', () => {
  const { filter } = parseFilter('status:offline')
  expect(tableOf([lost], { selected: 1 }).fileName).toBe('plants-selected-2026-11-22')
  expect(about({ filter, selected: 3 })).toEqual([
    'Selection: 3 selected by ID',
    'Filter: Not applied to selected plants',
    'Rows: 1 of 12,400 plants',
    'Data as of: 2026-11-22 10:00:00 UTC',
    'Exported: 2026-11-22 10:01:00 UTC',
    'Fleet: Complete as of 2026-11-22 10:00:00 UTC.',
    'Not in this file: 2 selected, but not in the fleet',
  ])
})
