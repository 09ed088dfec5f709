import { describe, expect, test } from 'vitest'
import { recordTelemetry } from './record-telemetry'
import type { Database } from '#sandbox/platform/database/open-database'
import type { TelemetrySample } from '#sandbox/platform/protocol/messages'
import {
  addPlant,
  alertsOf,
  databaseForThisTest,
  madeAt,
  plantOf,
} from '#sandbox/proof/testing/test-plants'
import { dayMs, minuteMs } from '@/lib/instants'

const noonMs = Date.UTC(2026, 5, 21, 12)

function sample(minute: number, values: Record<string, number>): TelemetrySample {
  return { ts: noonMs + minute * minuteMs, values }
}

function sunny(minute: number): TelemetrySample {
  return sample(minute, { pvPowerKw: 8, electricPowerKw: 2, gridPowerKw: -6 })
}

function record(database: Database, plantId: string, samples: TelemetrySample[], minute = 60) {
  const now = new Date(noonMs + minute * minuteMs)
  return database.transaction().execute((tx) => recordTelemetry(tx, plantId, samples, now))
}

async function dayOf(database: Database, plantId: string) {
  const day = await database
    .selectFrom('energyDays')
    .where('plantId', '=', plantId)
    .select(['date', 'producedKwh', 'importedKwh', 'exportedKwh'])
    .executeTakeFirst()
  return day && { ...day, exportedKwh: Math.round(day.exportedKwh * 1e9) / 1e9 }
}

test('continues after a restart and counts repeated samples once', async () => {
  const { database, reopen } = databaseForThisTest()
  const id = await addPlant(database)
  await record(database, id, [sunny(0), sunny(6)])
  const again = await reopen()
  await record(again, id, [sunny(0), sunny(6), sunny(12)])
  await record(again, id, [sunny(6), sunny(12), sunny(18)])
  expect(await dayOf(again, id)).toEqual({
    date: '2026-06-21',
    producedKwh: 3,
    importedKwh: 0,
    exportedKwh: 1.8,
  })
})

test('counts nothing from a batch that fails, and everything when it is sent again', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database)
  await record(database, id, [sunny(0)])
  const crash = new Error('power cut')
  const batch = database.transaction().execute(async (tx) => {
    await recordTelemetry(tx, id, [sunny(6)], new Date(noonMs + 6 * minuteMs))
    throw crash
  })
  await expect(batch).rejects.toBe(crash)
  expect(await dayOf(database, id)).toBeUndefined()
  await record(database, id, [sunny(6)])
  expect(await dayOf(database, id)).toMatchObject({ producedKwh: 1 })
})

test('ignores samples without power, without losing energy', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database)
  await record(database, id, [sample(0, { pvPowerKw: 10 })])
  await record(database, id, [sample(3, { cellTempMax: 20 }), sample(6, { pvPowerKw: 10 })])
  expect(await dayOf(database, id)).toEqual({
    date: '2026-06-21',
    producedKwh: 1,
    importedKwh: 0,
    exportedKwh: 0,
  })
})

test.each([
  ['counts a sample five minutes ahead of the clock', 5, 1],
  ['ignores a sample further ahead', 5.1, 0],
])('%s', async (_, ahead, producedKwh) => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database)
  const samples = [sample(ahead - 6, { pvPowerKw: 10 }), sample(ahead, { pvPowerKw: 10 })]
  await record(database, id, samples, 0)
  expect((await dayOf(database, id))?.producedKwh ?? 0).toBe(producedKwh)
})

test.each([
  ['of a broken meter', { pvPowerKw: 1e300 }],
  ['that an inverter draws at night', { pvPowerKw: -10, gridPowerKw: 0 }],
])('does not count power %s as production', async (_, values) => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database)
  await record(database, id, [sample(0, values), sample(6, values)])
  expect((await dayOf(database, id))?.producedKwh ?? 0).toBe(0)
})

test('updates only the last contact for samples from a clock that was never set', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database)
  await record(database, id, [{ ts: 1000, values: { pvPowerKw: 5, cellTempMax: 99 } }], 3)
  const { lastSeenAt, updatedAt } = await plantOf(database, id)
  expect(lastSeenAt).toBe('2026-06-21T12:03:00.000Z')
  expect(updatedAt).toBe(madeAt.toISOString())
  expect(await database.selectFrom('alerts').selectAll().execute()).toEqual([])
  await record(database, id, [sunny(0), sunny(6)])
  expect(await dayOf(database, id)).toMatchObject({ producedKwh: 1 })
})

test('ignores a message of a plant that was just deleted', async () => {
  const { database } = databaseForThisTest()
  await record(database, crypto.randomUUID(), [sunny(0), sunny(6)])
  expect(await database.selectFrom('lastSamples').selectAll().execute()).toEqual([])
})

describe('meters in separate messages', () => {
  test('count as much as in one message', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    const meters: Record<string, number>[] = [
      { pvPowerKw: 40 },
      { gridPowerKw: -60 },
      { electricPowerKw: 20 },
    ]
    for (let minute = 0; minute <= 60; minute++) {
      await record(database, id, [sample(minute, meters[minute % 3] ?? {})])
    }
    const day = await dayOf(database, id)
    // Each meter misses only the minutes before its first and after its last sample.
    expect(day?.producedKwh).toBeCloseTo(40 + 20 * (57 / 60), 9)
    expect(day?.exportedKwh).toBeCloseTo(60 * (57 / 60), 9)
    expect(day?.importedKwh).toBe(0)
  })

  test('are counted once each when samples are late or repeated', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    await record(database, id, [sample(0, { pvPowerKw: 10, gridPowerKw: 10 })])
    await record(database, id, [sample(6, { pvPowerKw: 10 })])
    await record(database, id, [sample(3, { gridPowerKw: 10 })])
    await record(database, id, [sample(3, { gridPowerKw: 10 }), sample(3, { pvPowerKw: 900 })])
    expect(await dayOf(database, id)).toMatchObject({ producedKwh: 1, importedKwh: 0.5 })
  })

  test('have separate gaps and midnights', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    const midnight = 12 * 60
    await record(database, id, [sample(midnight - 6, { pvPowerKw: 10, gridPowerKw: 10 })], midnight)
    await record(database, id, [sample(midnight + 6, { pvPowerKw: 10 })], midnight + 6)
    await record(database, id, [sample(midnight + 10, { gridPowerKw: 10 })], midnight + 10)
    const days = await database.selectFrom('energyDays').orderBy('date').selectAll().execute()
    expect(days.map(({ producedKwh, importedKwh }) => [producedKwh, importedKwh])).toEqual([
      [1, 0],
      [1, 0],
    ])
  })
})

describe('alerts', () => {
  const low = (minute: number) => sample(minute, { soc: 5 })
  const well = (minute: number) => sample(minute, { soc: 50 })

  test('ignore late and repeated samples, even for a plant without power', async () => {
    const { database, reopen } = databaseForThisTest()
    const id = await addPlant(database)
    await record(database, id, [well(0)], 0)
    await record(database, id, [low(10)], 10)
    const again = await reopen()
    const before = await alertsOf(again, id)
    expect(before).toMatchObject([{ status: 'ACTIVE' }])
    await record(again, id, [well(0), well(9)], 11)
    expect(await alertsOf(again, id)).toEqual(before)
    await record(again, id, [well(20)], 20)
    const resolved = await alertsOf(again, id)
    expect(resolved).toMatchObject([{ resolvedAt: '2026-06-21T12:20:00.000Z' }])
    await record(again, id, [low(10), low(19)], 40)
    expect(await alertsOf(again, id)).toEqual(resolved)
  })

  test('consider every message with the same time', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    await record(database, id, [sample(0, { pvPowerKw: 5 })])
    await record(database, id, [low(0)])
    expect(await alertsOf(database, id)).toHaveLength(1)
  })

  test('stay few, even if two values change often', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    for (let message = 0; message < 20; message++) {
      const samples = Array.from({ length: 250 }, (_, at) => ({
        ts: noonMs + message * 300 + at,
        values: at % 2 ? { soc: 5, cellTempMax: 99 } : { soc: 50, cellTempMax: 20 },
      }))
      await record(database, id, message % 2 ? samples : samples.toReversed().slice(1))
    }
    expect((await alertsOf(database, id)).length).toBeLessThanOrEqual(3)
  })
})

test('ignores watermarks that a fast clock left behind', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database)
  const ahead = (30 * dayMs) / minuteMs
  const power = { pvPowerKw: 10, soc: 50 }
  await record(database, id, [sample(ahead, power)], ahead)
  await record(database, id, [sample(0, power), sample(6, { ...power, soc: 5 })], 6)
  await record(database, id, [sample(12, power)], 12)
  expect(await dayOf(database, id)).toMatchObject({ date: '2026-06-21', producedKwh: 2 })
  expect(await alertsOf(database, id)).toMatchObject([{ resolvedAt: '2026-06-21T12:12:00.000Z' }])
})
