import { expect, test } from 'vitest'
import { getPlant } from './get-plant'
import { addPlant, databaseForThisTest, runOn } from '#sandbox/proof/testing/test-plants'

test('returns all open alerts and the newest hundred resolved ones, newest first', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database)
  const alert = { plantId: id, type: 'T', severity: 'ERROR', message: '', rule: null }
  const rows = Array.from({ length: 400 }, (_, index) => {
    const at = new Date(Date.UTC(2026, 5, 21) + index).toISOString()
    const isOpen = index < 3
    return {
      ...alert,
      id: String(index),
      status: isOpen ? 'ACTIVE' : 'RESOLVED',
      acknowledgedAt: null,
      acknowledgedBy: null,
      resolvedAt: isOpen ? null : at,
      createdAt: at,
      updatedAt: at,
    }
  })
  await database.insertInto('alerts').values(rows).execute()
  const { alerts } = JSON.parse(await runOn(database, id, getPlant)) as { alerts: { id: string }[] }
  const newest = Array.from({ length: 100 }, (_, index) => String(399 - index))
  expect(alerts.map((one) => one.id)).toEqual([...newest, '2', '1', '0'])
})
