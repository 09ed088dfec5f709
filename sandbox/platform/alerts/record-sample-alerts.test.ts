import { describe, expect, test } from 'vitest'
import { recordSampleAlerts } from './record-sample-alerts'
import type { Database } from '#sandbox/platform/database/open-database'
import { addPlant, alertsOf, databaseForThisTest, madeAt } from '#sandbox/proof/testing/test-plants'
import { hourMs, minuteMs } from '@/lib/instants'

const now = new Date('2026-06-21T12:00:00.000Z')
const nowMs = now.getTime()
const createdAt = madeAt.toISOString()

function secondsLater(seconds: number): Date {
  return new Date(nowMs + seconds * 1000)
}

const signalsText = JSON.stringify([
  { kind: 'BINARY', key: 'doorOpen', label: 'Door open', bit: 0, alertOn: true },
  { kind: 'BINARY', key: 'surgeArrester', label: 'Surge arrester tripped', bit: 1, alertOn: true },
  { kind: 'BINARY', key: 'running', label: 'Engine running', bit: 2 },
  { kind: 'BINARY', key: 'smoke', label: 'Smoke detector', bit: 31, alertOn: true },
  { kind: 'NUMERIC', key: 'soc', label: 'State of charge', field: 'soc' },
])

/** Records samples one minute apart, the last one taken at `at`, and returns the plant's alerts. */
async function hear(
  database: Database,
  plantId: string,
  heard: readonly { values?: Record<string, number>; bits?: number }[],
  { template = signalsText, at = now }: { template?: string | null; at?: Date } = {},
) {
  const samples = heard.map(({ values = {}, bits }, index) => ({
    ts: at.getTime() - (heard.length - 1 - index) * minuteMs,
    values,
    ...(bits !== undefined && { bits }),
  }))
  const plant = { plantId, signalsText: template, createdAt }
  await database.transaction().execute((tx) => recordSampleAlerts(tx, plant, samples, at))
  return alertsOf(database, plantId)
}

function series(field: string, ...values: number[]) {
  return values.map((value) => ({ values: { [field]: value } }))
}

function facts(alerts: Awaited<ReturnType<typeof alertsOf>>) {
  return alerts.map(({ severity, status, message }) => `${severity} ${status} ${message}`)
}

describe('a limit', () => {
  test.each([
    ['cellTempMax', [45, 45.1, 43, 42.9], 'WARNING ACTIVE Warmest cell 45.1 °C, over 45 °C'],
    ['soc', [8, 7.9, 12, 12.1], 'WARNING ACTIVE State of charge 7.9 %, under 8 %'],
    ['voltage', [253, 253.4, 251, 250.9], 'WARNING ACTIVE Voltage 253.4 V, over 253 V'],
    ['voltage', [207, 206.9, 209, 209.1], 'WARNING ACTIVE Voltage 206.9 V, under 207 V'],
    ['frequency', [50.2, 50.23, 50.15, 50.14], 'ERROR ACTIVE Frequency 50.23 Hz, over 50.2 Hz'],
    ['frequency', [49.8, 49.74, 49.85, 49.86], 'ERROR ACTIVE Frequency 49.74 Hz, under 49.8 Hz'],
    ['moduleTemp', [85, 85.5, 80, 79.9], 'WARNING ACTIVE Module temperature 85.5 °C, over 85 °C'],
  ] as const)(
    'on %s raises an alert beyond its limit and resolves it past the clearing value: %j',
    async (field, values, fact) => {
      const [limit, beyond, atClear, cleared] = values
      const { database } = databaseForThisTest()
      const id = await addPlant(database)
      expect(await hear(database, id, series(field, limit))).toEqual([])
      const raised = await hear(database, id, series(field, beyond))
      expect(facts(raised)).toEqual([fact])
      expect(raised[0]).toMatchObject({ type: 'THRESHOLD_EXCEEDED', resolvedAt: null })
      expect(await hear(database, id, series(field, limit, beyond, atClear, beyond))).toEqual(
        raised,
      )
      const [alert, ...more] = await hear(database, id, series(field, cleared))
      expect(more).toEqual([])
      expect(alert).toMatchObject({ status: 'RESOLVED', resolvedAt: now.toISOString() })
    },
  )

  test('has two levels for cells, each with its own alert', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    const alerts = await hear(database, id, series('cellTempMax', 44, 50, 56, 53))
    expect(facts(alerts)).toEqual([
      'WARNING ACTIVE Warmest cell 50.0 °C, over 45 °C',
      'CRITICAL ACTIVE Warmest cell 56.0 °C, over 55 °C',
    ])
    expect(facts(await hear(database, id, series('cellTempMax', 51)))).toEqual([
      'WARNING ACTIVE Warmest cell 50.0 °C, over 45 °C',
      'CRITICAL RESOLVED Warmest cell 56.0 °C, over 55 °C',
    ])
  })

  test('uses the state after the last sample and the time of its last change', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    expect(await hear(database, id, series('soc', 4, 20, 4, 30))).toEqual([])
    const [raised, ...more] = await hear(database, id, series('soc', 5, 4, 20, 4, 3))
    expect(more).toEqual([])
    expect(raised).toMatchObject({ status: 'ACTIVE', createdAt: '2026-06-21T11:59:00.000Z' })
    expect(raised?.message).toBe('State of charge 4.0 %, under 8 %')
    expect(await hear(database, id, series('soc', 50, 4))).toEqual([raised])
    const resolved = { id: raised?.id, resolvedAt: '2026-06-21T12:00:00.000Z' }
    const later = { at: secondsLater(60) }
    expect(await hear(database, id, series('soc', 4, 30, 4, 30, 40), later)).toMatchObject([
      resolved,
    ])
  })
})

describe('an alert that was just resolved', () => {
  test('reopens within a minute and keeps its acknowledgement', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    const [raised] = await hear(database, id, [{ bits: 1 }])
    await database.updateTable('alerts').set({ acknowledgedAt: createdAt }).execute()
    await hear(database, id, [{ bits: 0 }], { at: secondsLater(10) })
    const open = { id: raised?.id, createdAt: raised?.createdAt, resolvedAt: null }
    const again = await hear(database, id, [{ bits: 1 }], { at: secondsLater(69.999) })
    expect(again).toMatchObject([{ ...open, status: 'ACKNOWLEDGED' }])
    await hear(database, id, [{ bits: 0 }], { at: secondsLater(80) })
    expect(await hear(database, id, [{ bits: 1 }], { at: secondsLater(140) })).toHaveLength(2)
  })

  test('stays a single alert when a contact bounces, at any times that the plant reports', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    for (let message = 0; message < 40; message++) {
      const ts = nowMs - (40 - message) * hourMs
      const at = secondsLater(message)
      const plant = { plantId: id, signalsText, createdAt }
      await recordSampleAlerts(database, plant, [{ ts, values: {}, bits: message % 2 }], at)
    }
    expect(await alertsOf(database, id)).toMatchObject([{ status: 'ACTIVE' }])
  })
})

test('raises more alerts from one message than fit into one statement', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database)
  const signal = { kind: 'BINARY', label: 'Any', bit: 0, alertOn: true }
  const signals = Array.from({ length: 4000 }, (_, key) => ({ ...signal, key: String(key) }))
  const template = JSON.stringify(signals)
  expect(await hear(database, id, [{ bits: 1 }], { template })).toHaveLength(4000)
})

test('never resolves an alert before its creation', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database)
  await hear(database, id, series('soc', 5))
  const plant = { plantId: id, signalsText: null, createdAt }
  const late = { ts: nowMs - minuteMs, values: { soc: 50 } }
  await recordSampleAlerts(database, plant, [late], now)
  const [alert] = await alertsOf(database, id)
  expect(alert).toMatchObject({ status: 'RESOLVED', resolvedAt: alert?.createdAt })
})

test('never dates an alert before the plant was created', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database)
  const plant = { plantId: id, signalsText: null, createdAt: now.toISOString() }
  const early = { ts: nowMs - minuteMs, values: { soc: 3 } }
  await recordSampleAlerts(database, plant, [early], now)
  expect((await alertsOf(database, id))[0]?.createdAt).toBe(now.toISOString())
})

test('never dates an alert in the future', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database)
  const ahead = { ts: nowMs + 200_000, values: { soc: 3 } }
  await recordSampleAlerts(database, { plantId: id, signalsText: null, createdAt }, [ahead], now)
  expect((await alertsOf(database, id))[0]?.createdAt).toBe(now.toISOString())
})

describe('a signal', () => {
  test('raises an alert if its template says so, with the severity of its key', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    const alerts = await hear(database, id, [{ bits: 0b111 + 2 ** 31 }])
    expect(facts(alerts).toSorted()).toEqual([
      'CRITICAL ACTIVE Smoke detector',
      'ERROR ACTIVE Surge arrester tripped',
      'WARNING ACTIVE Door open',
    ])
    expect(new Set(alerts.map(({ type }) => type))).toEqual(new Set(['SIGNAL_ACTIVE']))
    await hear(database, id, [{ values: { soc: 50 } }])
    expect(await alertsOf(database, id)).toEqual(alerts)
    const after = await hear(database, id, [{ bits: 1 }])
    expect(facts(after).toSorted()).toEqual([
      'CRITICAL RESOLVED Smoke detector',
      'ERROR RESOLVED Surge arrester tripped',
      'WARNING ACTIVE Door open',
    ])
  })

  test('resolves its alert when the template no longer contains it', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    await hear(database, id, [{ bits: 1 }])
    const [alert] = await hear(database, id, [{ bits: 1 }], { template: '[]' })
    expect(alert).toMatchObject({ status: 'RESOLVED', resolvedAt: now.toISOString() })
  })
})

test('treats an acknowledged alert as open and resolves it like any other', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database)
  await hear(database, id, series('soc', 5))
  await database
    .updateTable('alerts')
    .set({ status: 'ACKNOWLEDGED', acknowledgedBy: 'A' })
    .execute()
  expect(facts(await hear(database, id, series('soc', 5, 4)))).toHaveLength(1)
  const [alert] = await hear(database, id, series('soc', 50))
  expect(alert).toMatchObject({ status: 'RESOLVED', acknowledgedBy: 'A' })
})
