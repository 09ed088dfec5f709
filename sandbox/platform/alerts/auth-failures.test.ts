import { describe, expect, test } from 'vitest'
import { sweepAlerts } from './sweep-alerts'
import { recordAuthFailure } from '#sandbox/platform/presence/presence'
import { addPlant, alertsOf, databaseForThisTest } from '#sandbox/proof/testing/test-plants'
import { hourMs, minuteMs } from '@/lib/instants'

const noon = new Date('2026-06-21T12:00:00.000Z')

describe('authentication failures', () => {
  /** Returns the alerts after a number of failures, each followed by a sweep. */
  async function alertsAfter(failures: number, everyMs: number, columns = {}) {
    const { database } = databaseForThisTest()
    const id = await addPlant(database, columns)
    for (let index = 0; index < failures; index++) {
      const at = new Date(noon.getTime() + index * everyMs)
      await recordAuthFailure(database, id, at)
      await sweepAlerts(database, new Date(at.getTime() + everyMs - 1))
    }
    return alertsOf(database, id)
  }

  test.each([
    ['raise no alert for nine at once', 9, 1000, 0],
    ['raise one alert for ten within an hour', 10, 6 * minuteMs, 1],
    ['raise no alert for one every seven minutes', 30, 7 * minuteMs, 0],
    ['raise no alert for one every 61 minutes', 30, 61 * minuteMs, 0],
    ['raise a single alert for one a minute over hours', 200, minuteMs, 1],
  ])('%s', async (_, failures, everyMs, count) => {
    expect(await alertsAfter(failures, everyMs)).toHaveLength(count)
  })

  test('do not count old failures towards a new alert', async () => {
    const columns = { authFailureCount: 312, lastAuthFailureAt: '2026-06-21T10:00:00.000Z' }
    expect(await alertsAfter(1, 1000, columns)).toEqual([])
  })

  test('state their number and period, and resolve after an hour without a failure', async () => {
    const alerts = await alertsAfter(10, 1000)
    const message = '10 refused connections within an hour, as of 2026-06-21 12:00 UTC'
    expect(alerts).toMatchObject([{ message, status: 'ACTIVE' }])
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    for (let index = 0; index < 11; index++) await recordAuthFailure(database, id, noon)
    await sweepAlerts(database, noon)
    await sweepAlerts(database, new Date(noon.getTime() + hourMs))
    expect(await alertsOf(database, id)).toMatchObject([{ status: 'RESOLVED' }])
  })
})
