import { describe, expect, test } from 'vitest'
import { hourMs, minuteMs } from '@/lib/instants'
import { recordAuthFailure } from '#sandbox/platform/presence/presence'
import { addPlant, alertsOf, databaseForThisTest } from '#sandbox/platform/presence/test-plants'
import { sweepAlerts } from './sweep-alerts'

const noon = new Date('2026-06-21T12:00:00.000Z')

describe('authentication failures', () => {
  /** How many alerts there are after failures, each followed by a look of the platform. */
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
    ['nine at once', 9, 1000, 0],
    ['ten within an hour', 10, 6 * minuteMs, 1],
    ['one every seven minutes', 30, 7 * minuteMs, 0],
    ['one every 61 minutes', 30, 61 * minuteMs, 0],
    ['one a minute for hours is one alert', 200, minuteMs, 1],
  ])('%s', async (_, failures, everyMs, count) => {
    expect(await alertsAfter(failures, everyMs)).toHaveLength(count)
  })

  test('of long ago do not make a single one many', async () => {
    const columns = { authFailureCount: 312, lastAuthFailureAt: '2026-06-21T10:00:00.000Z' }
    expect(await alertsAfter(1, 1000, columns)).toEqual([])
  })

  test('say how many in which time, and end after an hour without one', async () => {
    const alerts = await alertsAfter(10, 1000)
    const message = '10 refused connections within an hour, by 2026-06-21 12:00 UTC'
    expect(alerts).toMatchObject([{ message, status: 'ACTIVE' }])
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    for (let index = 0; index < 11; index++) await recordAuthFailure(database, id, noon)
    await sweepAlerts(database, noon)
    await sweepAlerts(database, new Date(noon.getTime() + hourMs))
    expect(await alertsOf(database, id)).toMatchObject([{ status: 'RESOLVED' }])
  })
})
