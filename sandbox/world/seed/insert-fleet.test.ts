import { expect, test } from 'vitest'
import { insertFleet } from './insert-fleet'
import { demoEnergy } from '#sandbox/platform/oauth/demo-users'
import { withoutSimulatedMark } from '#sandbox/platform/plants/simulated-mark'
import { addPlant, databaseForThisTest } from '#sandbox/proof/testing/test-plants'
import { generateFleet } from '#sandbox/world/fleet/fleet'
import { minuteMs } from '@/lib/instants'

const now = new Date('2026-06-21T12:00:00.000Z')
const fleet = generateFleet({ seed: 4, count: 400, now })

async function insertedWith(options: { isSilent?: boolean }) {
  const { database } = databaseForThisTest()
  await addPlant(database, { id: 'first' })
  await database.transaction().execute((tx) => insertFleet(tx, demoEnergy.id, fleet, options))
  return database
    .selectFrom('plants')
    .where('id', '<>', 'first')
    .orderBy('sequence')
    .selectAll()
    .execute()
}

test('marks every generated plant as simulated in its metadata without changing the rest', async () => {
  const rows = await insertedWith({})
  const plants = [...fleet.plants]
  expect(rows).toHaveLength(plants.length)
  for (const [at, { metadata }] of rows.entries()) {
    expect(JSON.parse(metadata ?? '')).toMatchObject({ simulated: true })
    expect(withoutSimulatedMark(metadata)).toBe(plants[at]?.metadata)
  }
})

test('keeps connected plants reporting that were seen recently', async () => {
  const rows = await insertedWith({})
  const reporting = rows.filter(({ simulated }) => simulated === 'REPORTING')
  const silent = rows.filter(({ simulated }) => simulated === 'SILENT')
  expect(reporting.length + silent.length).toBe(rows.length)
  expect(reporting.length).toBeGreaterThan(150)
  for (const { status, lifecycleStatus, lastSeenAt } of reporting) {
    expect(['ONLINE', 'DEGRADED']).toContain(status)
    expect(lifecycleStatus).toBe('ACTIVE')
    expect(now.getTime() - Date.parse(lastSeenAt ?? '')).toBeLessThanOrEqual(15 * minuteMs)
  }
  // The plant from the story that is ONLINE but was silent for two days.
  expect(silent.map(({ status }) => status)).toContain('ONLINE')
})

test('makes all plants silent on request', async () => {
  const rows = await insertedWith({ isSilent: true })
  expect(new Set(rows.map(({ simulated }) => simulated))).toEqual(new Set(['SILENT']))
})

test('derives the sub-devices from the site', async () => {
  for (const plant of await insertedWith({})) {
    const devices = JSON.parse(plant.subDevices ?? '') as string[]
    const { inverters } = JSON.parse(plant.metadata ?? '') as { inverters?: { id: string }[] }
    const named = devices.filter((device) => device.startsWith('INV'))
    expect(devices.slice(0, 2)).toEqual(['R1', 'E1'])
    expect(devices.includes('BAT1')).toBe(plant.capacityKwh !== null)
    expect(named.length > 0).toBe(plant.fvePeakPowerKwp !== null)
    if (inverters) expect(named).toEqual(inverters.map(({ id }) => id))
    expect(new Set(devices).size).toBe(devices.length)
  }
})
