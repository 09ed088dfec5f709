import type { Insertable } from 'kysely'
import { describe, expect, test } from 'vitest'
import { raiseDegraded } from './degraded-alert'
import { recordSampleAlerts } from './record-sample-alerts'
import { sweepAlerts } from './sweep-alerts'
import type { Database } from '#sandbox/platform/database/open-database'
import type { PlantTable } from '#sandbox/platform/database/tables'
import { demoEnergy } from '#sandbox/platform/oauth/demo-users'
import { markAllDisconnected } from '#sandbox/platform/presence/presence'
import { addPlant, alertsOf, databaseForThisTest } from '#sandbox/proof/testing/test-plants'
import { dayMs, minuteMs } from '@/lib/instants'

const noon = new Date('2026-06-21T12:00:00.000Z')

function ago(ms: number): string {
  return new Date(noon.getTime() - ms).toISOString()
}

async function sweep(database: Database, plantId: string, at = noon) {
  await sweepAlerts(database, at)
  const alerts = await alertsOf(database, plantId)
  return alerts.map(({ type, severity, status, message, createdAt, resolvedAt }) => ({
    head: `${severity} ${type} ${status}`,
    message,
    createdAt,
    resolvedAt,
  }))
}

const offline = { status: 'OFFLINE', lastSeenAt: ago(6 * minuteMs) }

interface Case {
  rule: string
  columns: Partial<Insertable<PlantTable>>
  head: string
  message: string
  since: string
  changes: Partial<Insertable<PlantTable>>[]
}

const cases: Case[] = [
  {
    rule: 'offline for more than five minutes',
    columns: offline,
    head: 'ERROR PLANT_OFFLINE',
    message: 'Not connected since 2026-06-21 11:54 UTC',
    since: ago(minuteMs),
    changes: [{ status: 'ONLINE' }, { lifecycleStatus: 'SUSPENDED' }, { lastSeenAt: ago(0) }],
  },
  {
    rule: 'offline and never connected',
    columns: { status: 'OFFLINE' },
    head: 'ERROR PLANT_OFFLINE',
    message: 'Not connected since 2026-01-01 00:00 UTC',
    since: '2026-01-01T00:05:00.000Z',
    changes: [{ status: 'DEGRADED' }],
  },
  {
    rule: 'certificate expires within 30 days',
    columns: { certificateExpiresAt: ago(-10 * dayMs) },
    head: 'WARNING CERTIFICATE_EXPIRING',
    message: 'Certificate expires on 2026-07-01 12:00 UTC',
    since: ago(20 * dayMs),
    changes: [
      { certificateExpiresAt: ago(-40 * dayMs) },
      { authMethod: 'TOKEN' },
      { lifecycleStatus: 'REVOKED' },
    ],
  },
  {
    rule: 'certificate has expired',
    columns: { certificateExpiresAt: ago(dayMs), lifecycleStatus: 'SUSPENDED' },
    head: 'CRITICAL CERTIFICATE_EXPIRED',
    message: 'Certificate expired on 2026-06-20 12:00 UTC',
    since: ago(dayMs),
    changes: [{ certificateExpiresAt: ago(-40 * dayMs) }, { lifecycleStatus: 'DECOMMISSIONED' }],
  },
  {
    rule: 'ten authentication failures',
    columns: { authFailureCount: 10, lastAuthFailureAt: ago(59 * minuteMs) },
    head: 'WARNING AUTH_FAILURES',
    message: 'At least 10 refused connections, as of 2026-06-21 11:01 UTC',
    since: ago(59 * minuteMs),
    changes: [{ lastAuthFailureAt: ago(61 * minuteMs) }],
  },
]

describe.each(cases)('$rule', ({ columns, head, message, since, changes }) => {
  const ends = changes.map((change) => ({ change }))
  test.each(ends)('raises one alert, and $change resolves it', async ({ change }) => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database, columns)
    const raised = [{ head: `${head} ACTIVE`, message, createdAt: since, resolvedAt: null }]
    expect(await sweep(database, id)).toEqual(raised)
    expect(await sweep(database, id)).toEqual(raised)
    await database.updateTable('plants').set(change).execute()
    const later = new Date(noon.getTime() + 30_000)
    const resolved = { head: `${head} RESOLVED`, resolvedAt: later.toISOString() }
    expect(await sweep(database, id, later)).toMatchObject([resolved])
    await database.updateTable('plants').set(change).execute()
    expect(await sweep(database, id, later)).toHaveLength(1)
  })
})

describe('raises no alert', () => {
  test.each([
    ['a plant offline for five minutes', { ...offline, lastSeenAt: ago(5 * minuteMs) }],
    ['a plant offline before it was ever active', { ...offline, lifecycleStatus: 'PROVISIONED' }],
    ['a certificate with 31 days left', { certificateExpiresAt: ago(-31 * dayMs) }],
    ['an expired certificate of a PASSWORD plant', passwordExpired()],
    ['nine failures', { authFailureCount: 9, lastAuthFailureAt: ago(0) }],
  ])('for %s', async (_, columns) => {
    const { database } = databaseForThisTest()
    expect(await sweep(database, await addPlant(database, columns))).toEqual([])
  })
})

function passwordExpired() {
  return { authMethod: 'PASSWORD' as const, certificateExpiresAt: ago(dayMs) }
}

test('resolves the warning and raises the alert at the moment a certificate expires', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database, { certificateExpiresAt: ago(-minuteMs) })
  await sweep(database, id)
  const later = new Date(noon.getTime() + 2 * minuteMs)
  expect(await sweep(database, id, later)).toMatchObject([
    { head: 'WARNING CERTIFICATE_EXPIRING RESOLVED' },
    { head: 'CRITICAL CERTIFICATE_EXPIRED ACTIVE', createdAt: ago(-minuteMs) },
  ])
})

test('never dates an alert before the plant was created', async () => {
  const { database } = databaseForThisTest()
  const columns = { certificateExpiresAt: ago(-10 * dayMs), createdAt: ago(3 * dayMs) }
  const [alert] = await sweep(database, await addPlant(database, columns))
  expect(alert?.createdAt).toBe(ago(3 * dayMs))
})

test('gives plants five minutes to reconnect after a start and keeps open alerts open', async () => {
  const { database } = databaseForThisTest()
  await markAllDisconnected(database, new Date(ago(60 * minuteMs)))
  const id = await addPlant(database, offline)
  await sweep(database, id)
  const waiting = await addPlant(database, { ...offline, status: 'ONLINE' })
  await markAllDisconnected(database, noon)
  const simulated = await addPlant(database, { ...offline, simulated: 'SILENT' })
  const soon = new Date(noon.getTime() + 5 * minuteMs)
  expect(await sweep(database, id, soon)).toMatchObject([{ head: 'ERROR PLANT_OFFLINE ACTIVE' }])
  expect(await sweep(database, simulated, soon)).toHaveLength(1)
  expect(await sweep(database, waiting, soon)).toEqual([])
  const later = new Date(soon.getTime() + 1)
  expect(await sweep(database, waiting, later)).toMatchObject([{ createdAt: ago(minuteMs) }])
})

test('raises a new alert when a resolved condition returns', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database, offline)
  await sweep(database, id)
  await database.updateTable('plants').set({ status: 'ONLINE' }).execute()
  await sweep(database, id)
  await database.updateTable('plants').set({ status: 'OFFLINE' }).execute()
  const heads = (await sweep(database, id)).map(({ head }) => head)
  expect(heads.toSorted()).toEqual(['ERROR PLANT_OFFLINE ACTIVE', 'ERROR PLANT_OFFLINE RESOLVED'])
})

test.each([
  ['has no alerts in a test organization', crypto.randomUUID(), 'SILENT', 0],
  ['has alerts in a test organization once it is live', crypto.randomUUID(), null, 1],
  ['has alerts in the demo', demoEnergy.id, 'SILENT', 1],
])('a generated plant %s', async (_, organizationId, simulated, count) => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database, { ...offline, organizationId, simulated })
  expect(await sweep(database, id)).toHaveLength(count)
})

test('resolves telemetry and degraded alerts of a plant that is out of service', async () => {
  const { database } = databaseForThisTest()
  const [id, other] = [await addPlant(database), await addPlant(database)]
  const sample = { ts: noon.getTime(), values: { soc: 1 } }
  for (const plantId of [id, other]) {
    await recordSampleAlerts(
      database,
      { plantId, signalsText: null, createdAt: ago(dayMs) },
      [sample],
      noon,
    )
    await raiseDegraded(database, plantId, {}, noon)
  }
  const change = { lifecycleStatus: 'REVOKED', status: 'OFFLINE' }
  await database.updateTable('plants').set(change).where('id', '=', id).execute()
  expect((await sweep(database, id)).map(({ head }) => head.split(' ').at(-1))).toEqual([
    'RESOLVED',
    'RESOLVED',
  ])
  expect((await sweep(database, other)).map(({ head }) => head.split(' ').at(-1))).toEqual([
    'ACTIVE',
    'ACTIVE',
  ])
})

describe('an alert raised by telemetry', () => {
  test.each([
    ['offline', { status: 'OFFLINE' }],
    ['suspended', { status: 'OFFLINE', lifecycleStatus: 'SUSPENDED' }],
  ])('stays open for a day while the plant is %s', async (_, columns) => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database, { ...columns, lastSeenAt: ago(0) })
    const plant = { plantId: id, signalsText: null, createdAt: ago(dayMs) }
    await recordSampleAlerts(database, plant, [{ ts: noon.getTime(), values: { soc: 1 } }], noon)
    const endOf = async (ms: number) => {
      const alerts = await sweep(database, id, new Date(noon.getTime() + ms))
      return alerts.find(({ head }) => head.includes('THRESHOLD'))?.resolvedAt
    }
    expect(await endOf(dayMs)).toBeNull()
    expect(await endOf(dayMs + 1)).toBe('2026-06-22T12:00:00.001Z')
  })

  test('stays open while the plant is connected', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database, { lastSeenAt: ago(0) })
    const plant = { plantId: id, signalsText: null, createdAt: ago(dayMs) }
    await recordSampleAlerts(database, plant, [{ ts: noon.getTime(), values: { soc: 1 } }], noon)
    const later = new Date(noon.getTime() + 3 * dayMs)
    expect(await sweep(database, id, later)).toMatchObject([{ resolvedAt: null }])
  })
})

describe('a reactivated plant', () => {
  const reactivated = { status: 'OFFLINE', lastSeenAt: ago(3 * dayMs), updatedAt: ago(0) }

  test('has five minutes to reconnect, and its alert starts after that', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database, reactivated)
    expect(await sweep(database, id, new Date(noon.getTime() + 5 * minuteMs))).toEqual([])
    const alerts = await sweep(database, id, new Date(noon.getTime() + 5 * minuteMs + 1))
    expect(alerts).toMatchObject([{ createdAt: '2026-06-21T12:05:00.000Z' }])
  })

  test('keeps its open alert when it is edited while offline', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database, offline)
    const before = await sweep(database, id)
    await database
      .updateTable('plants')
      .set({ updatedAt: ago(0) })
      .execute()
    expect(await sweep(database, id, new Date(noon.getTime() + 30_000))).toEqual(before)
  })
})
