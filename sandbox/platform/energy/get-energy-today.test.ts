import { expect, test } from 'vitest'
import { getEnergyToday, roundedTotals } from './get-energy-today'
import type { Database } from '#sandbox/platform/database/open-database'
import { contractProblems } from '#sandbox/proof/testing/contract'
import { addPlant, databaseForThisTest, runOn } from '#sandbox/proof/testing/test-plants'
import { simulatedEnergy } from '#sandbox/world/site-model/simulated-energy'
import { fc } from '@/lib/test-properties'

const noon = '2026-06-21T12:00:00.000Z'
const roof = { fvePeakPowerKwp: 100, plantWithLoad: 1, latitude: 50, longitude: 14 }
const reporting = { ...roof, simulated: 'REPORTING', lastSeenAt: '2026-06-21T11:59:00.000Z' }
const nothing = { produced: 0, imported: 0, exported: 0, selfConsumptionPct: null }

interface Energy {
  date: string
  produced: number
  imported: number
  exported: number
  selfConsumptionPct: number | null
}

async function energyOf(database: Database, plantId: string, at = noon): Promise<Energy> {
  const platform = { energyWithoutClient: simulatedEnergy }
  const text = await runOn(database, plantId, getEnergyToday, { now: new Date(at), platform })
  const energy = JSON.parse(text) as Energy
  expect(contractProblems('/plants/{id}/energy/today', 'get', 200, energy)).toEqual([])
  return energy
}

test('returns only the measurements of the current UTC day for a live plant', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database, { lifecycleStatus: 'SUSPENDED', status: 'OFFLINE' })
  const day = { plantId: id, producedKwh: 12.34567, importedKwh: 1, exportedKwh: 3.0001 }
  await database
    .insertInto('energyDays')
    .values([
      { ...day, date: '2026-06-21' },
      { ...day, date: '2026-06-20', producedKwh: 99 },
    ])
    .execute()
  const today = { produced: 12.346, imported: 1, exported: 3, selfConsumptionPct: 75.7 }
  expect(await energyOf(database, id)).toEqual({ date: '2026-06-21', ...today })
  const tomorrow = await energyOf(database, id, '2026-06-22T00:00:00.000Z')
  expect(tomorrow).toEqual({ date: '2026-06-22', ...nothing })
})

test('returns repeatable, growing totals from the model for a plant without a client', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database, reporting)
  const energy = await energyOf(database, id)
  // A clear June morning yields about 350 kWh from 100 kWp until noon UTC, an overcast one a tenth of that.
  expect(energy.produced).toBeGreaterThan(30)
  expect(energy.produced).toBeLessThan(450)
  expect(energy.imported).toBeGreaterThan(0)
  expect(await energyOf(database, id)).toEqual(energy)
  expect(await energyOf(database, id, '2026-06-21T12:04:59.000Z')).toEqual(energy)
  let before = energy
  for (const minute of ['01', '04', '06', '09', '11', '14']) {
    const later = await energyOf(database, id, `2026-06-21T12:${minute}:30.000Z`)
    expect(later.produced).toBeGreaterThanOrEqual(before.produced)
    expect(later.imported).toBeGreaterThanOrEqual(before.imported)
    expect(later.exported).toBeGreaterThanOrEqual(before.exported)
    before = later
  }
  expect(before.produced).toBeGreaterThan(energy.produced)
})

test('counts an engine at night if the template of the plant has one', async () => {
  const { database } = databaseForThisTest()
  const signals = JSON.stringify([{ kind: 'NUMERIC', key: 'p', field: 'electricPowerKw' }])
  const about = { id: 'engine', name: '', type: 'CABINET', level: 'PLANT', actions: '[]' }
  const template = { ...about, version: 1, isSystem: 1, signals, createdAt: '', updatedAt: '' }
  await database.insertInto('templates').values(template).execute()
  const hydro = { simulated: 'REPORTING', lastSeenAt: '2026-06-21T01:59:00.000Z' }
  const id = await addPlant(database, { ...hydro, templateId: 'engine' })
  const without = await addPlant(database, hydro)
  const night = '2026-06-21T02:00:00.000Z'
  expect((await energyOf(database, id, night)).produced).toBeGreaterThan(100)
  expect((await energyOf(database, without, night)).produced).toBe(0)
})

test.each([
  ['not connected', { status: 'OFFLINE' }],
  ['out of service', { lifecycleStatus: 'SUSPENDED' }],
  ['never connected', { lastSeenAt: null }],
  ['silent since the day before', { lastSeenAt: '2026-06-20T23:00:00.000Z' }],
])('returns no energy for a simulated plant that is %s', async (_, columns) => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database, { ...reporting, ...columns })
  expect(await energyOf(database, id)).toEqual({ date: '2026-06-21', ...nothing })
})

test('stops the totals 15 minutes after a simulated plant fell silent', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database, { ...reporting, lastSeenAt: '2026-06-21T08:00:00.000Z' })
  const then = await energyOf(database, id, '2026-06-21T08:15:00.000Z')
  expect(then.produced).toBeGreaterThan(0)
  expect(await energyOf(database, id)).toEqual(then)
})

test('derives the self-consumption share from the totals in the response', () => {
  // Rounding matters most below a hundredth.
  const kwh = fc.oneof(
    fc.double({ min: 0, max: 1e5, noNaN: true }),
    fc.integer({ min: 0, max: 10_000 }).map((milliwattHours) => milliwattHours / 1e6),
  )
  fc.assert(
    fc.property(kwh, kwh, (producedKwh, exportedKwh) => {
      const energy = roundedTotals({ producedKwh, importedKwh: 0, exportedKwh })
      if (energy.produced === 0) {
        expect(energy.selfConsumptionPct).toBeNull()
        return
      }
      const share = ((energy.produced - energy.exported) / energy.produced) * 100
      expect(energy.selfConsumptionPct).toBeGreaterThanOrEqual(0)
      expect(energy.selfConsumptionPct).toBeLessThanOrEqual(100)
      expect(Math.abs((energy.selfConsumptionPct ?? NaN) - Math.max(0, share))).toBeLessThan(0.0501)
    }),
  )
})
