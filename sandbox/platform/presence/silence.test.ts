import { describe, expect, test } from 'vitest'
import { recordConnected, recordStatus } from './presence'
import { markSilent, recordSeen } from './silence'
import { addPlant, databaseForThisTest, madeAt, plantOf } from '#sandbox/proof/testing/test-plants'

const noon = new Date('2026-06-21T12:00:00.000Z')
const noonText = noon.toISOString()
const unchanged = { updatedAt: madeAt.toISOString() }

function secondsLater(seconds: number): Date {
  return new Date(noon.getTime() + seconds * 1000)
}

describe('a silent plant', () => {
  test('becomes DEGRADED after more than 90 s, until its next telemetry', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database, { lastSeenAt: noonText })
    await markSilent(database, secondsLater(90))
    expect((await plantOf(database, id)).status).toBe('ONLINE')
    await markSilent(database, secondsLater(90.001))
    expect(await plantOf(database, id)).toMatchObject({ ...unchanged, status: 'DEGRADED' })
    await recordSeen(database, id, secondsLater(100))
    const lastSeenAt = secondsLater(100).toISOString()
    expect(await plantOf(database, id)).toMatchObject({
      ...unchanged,
      status: 'ONLINE',
      lastSeenAt,
    })
  })

  test('gets three of its own reporting intervals', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    await recordSeen(database, id, noon)
    await recordSeen(database, id, secondsLater(3600))
    await markSilent(database, secondsLater(4 * 3600))
    expect((await plantOf(database, id)).status).toBe('ONLINE')
    await markSilent(database, secondsLater(4 * 3600 + 0.001))
    expect((await plantOf(database, id)).status).toBe('DEGRADED')
  })

  test('is not judged by the short intervals between meters sent separately', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    for (const second of [0, 0.1, 0.2, 600, 600.1, 600.2]) {
      await recordSeen(database, id, secondsLater(second))
    }
    await markSilent(database, secondsLater(1200))
    expect((await plantOf(database, id)).status).toBe('ONLINE')
  })

  test('is noticed earlier after its interval was shortened', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    await recordSeen(database, id, noon)
    for (let message = 0; message <= 100; message++) {
      await recordSeen(database, id, secondsLater(3600 + message))
    }
    await markSilent(database, secondsLater(3600 + 100 + 91))
    expect((await plantOf(database, id)).status).toBe('DEGRADED')
  })

  test('is not judged by the time between two sessions', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    await recordSeen(database, id, noon)
    await recordConnected(database, id, secondsLater(3600))
    await recordSeen(database, id, secondsLater(3601))
    await markSilent(database, secondsLater(3601 + 91))
    expect((await plantOf(database, id)).status).toBe('DEGRADED')
  })

  test('stays DEGRADED if it reported that itself, even after a restart', async () => {
    const { database, reopen } = databaseForThisTest()
    const id = await addPlant(database)
    await recordStatus(database, id, { ts: 0, state: 'degraded' }, noon)
    await markSilent(database, secondsLater(200))
    const again = await reopen()
    await recordSeen(again, id, secondsLater(210))
    expect((await plantOf(again, id)).status).toBe('DEGRADED')
    // A new session starts as ONLINE until the plant reports otherwise.
    await recordConnected(again, id, secondsLater(220))
    await markSilent(again, secondsLater(400))
    await recordSeen(again, id, secondsLater(410))
    expect((await plantOf(again, id)).status).toBe('ONLINE')
  })

  test.each([
    ['without a session', { status: 'OFFLINE' }],
    ['without a client', { simulated: 'SILENT' }],
  ])('is left unchanged %s', async (_, columns) => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database, { lastSeenAt: noonText, ...columns })
    const before = await plantOf(database, id)
    await markSilent(database, secondsLater(10_000))
    expect(await plantOf(database, id)).toEqual(before)
    if (before.status !== 'OFFLINE') return
    await recordSeen(database, id, secondsLater(10_000))
    expect((await plantOf(database, id)).status).toBe('OFFLINE')
  })
})
