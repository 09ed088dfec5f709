import { expect, test } from 'vitest'
import { pruneAlerts } from './prune-alerts'
import type { Database } from '#sandbox/platform/database/open-database'
import { addPlant, alertsOf, databaseForThisTest } from '#sandbox/proof/testing/test-plants'
import { dayMs } from '@/lib/instants'

const noon = new Date('2026-06-21T12:00:00.000Z')

function ago(ms: number): string {
  return new Date(noon.getTime() - ms).toISOString()
}

/** Adds alerts of a plant, each a millisecond older than the previous one. */
async function addAlerts(
  database: Database,
  plantId: string,
  { count = 1, isOpen = false, agoMs = 0 },
) {
  const seen = { acknowledgedAt: null, acknowledgedBy: null }
  const alert = { plantId, type: 'T', severity: 'ERROR', message: '', rule: null, ...seen }
  const rows = Array.from({ length: count }, (_, index) => {
    const createdAt = ago(agoMs + index)
    const ended = { status: 'RESOLVED', resolvedAt: createdAt }
    const state = isOpen ? { status: 'ACTIVE', resolvedAt: null } : ended
    return { ...alert, ...state, id: crypto.randomUUID(), createdAt, updatedAt: createdAt }
  })
  await database.insertInto('alerts').values(rows).execute()
}

test('deletes alerts resolved 90 days ago and keeps open ones', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database)
  await addAlerts(database, id, { agoMs: 90 * dayMs })
  await addAlerts(database, id, { agoMs: 90 * dayMs - 1 })
  await addAlerts(database, id, { agoMs: 91 * dayMs, isOpen: true })
  await pruneAlerts(database, noon)
  const left = await alertsOf(database, id)
  expect(left.map(({ createdAt }) => createdAt)).toEqual([ago(91 * dayMs), ago(90 * dayMs - 1)])
})

test('keeps the newest 500 resolved alerts of a plant in addition to its open ones', async () => {
  const { database } = databaseForThisTest()
  const [busy, calm] = [await addPlant(database), await addPlant(database)]
  await addAlerts(database, busy, { count: 700 })
  await addAlerts(database, busy, { count: 2, agoMs: dayMs, isOpen: true })
  await addAlerts(database, calm, { count: 500 })
  await pruneAlerts(database, noon)
  const left = await alertsOf(database, busy)
  expect(left.filter(({ resolvedAt }) => resolvedAt === null)).toHaveLength(2)
  const ended = left.filter(({ resolvedAt }) => resolvedAt !== null)
  expect(ended).toHaveLength(500)
  expect(ended[0]?.createdAt).toBe(ago(499))
  expect(await alertsOf(database, calm)).toHaveLength(500)
})
