import { describe, expect, test } from 'vitest'
import {
  markAllDisconnected,
  recordAuthFailure,
  recordConnected,
  recordDisconnected,
  recordStatus,
} from './presence'
import { recordSeen } from './silence'
import type { Database } from '#sandbox/platform/database/open-database'
import type { StatusMessage } from '#sandbox/platform/protocol/messages'
import {
  addPlant,
  alertsOf,
  databaseForThisTest,
  madeAt,
  plantOf,
} from '#sandbox/proof/testing/test-plants'

const noon = new Date('2026-06-21T12:00:00.000Z')
const noonText = noon.toISOString()
const unchanged = { updatedAt: madeAt.toISOString() }

function secondsLater(seconds: number): Date {
  return new Date(noon.getTime() + seconds * 1000)
}

async function say(database: Database, id: string, more: Partial<StatusMessage>, now = noon) {
  const message: StatusMessage = { ts: now.getTime(), state: 'online', ...more }
  await database.transaction().execute((tx) => recordStatus(tx, id, message, now))
  return plantOf(database, id)
}

describe('a session', () => {
  test('makes a provisioned plant ACTIVE on first contact', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database, { lifecycleStatus: 'PROVISIONED', status: 'UNKNOWN' })
    await recordConnected(database, id, noon)
    expect(await plantOf(database, id)).toMatchObject({
      status: 'ONLINE',
      lifecycleStatus: 'ACTIVE',
      lastSeenAt: noonText,
      activatedAt: noonText,
      updatedAt: noonText,
    })
  })

  test('keeps the first activation time of a re-provisioned plant', async () => {
    const { database } = databaseForThisTest()
    const activatedAt = '2026-02-02T00:00:00.000Z'
    const id = await addPlant(database, { lifecycleStatus: 'PROVISIONED', activatedAt })
    await recordConnected(database, id, noon)
    expect(await plantOf(database, id)).toMatchObject({ lifecycleStatus: 'ACTIVE', activatedAt })
  })

  test('changes only the status and last contact of an ACTIVE plant', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database, { status: 'OFFLINE' })
    await recordConnected(database, id, noon)
    const online = { ...unchanged, status: 'ONLINE', lastSeenAt: noonText, activatedAt: null }
    expect(await plantOf(database, id)).toMatchObject(online)
    await recordDisconnected(database, id, secondsLater(60))
    const lastSeenAt = secondsLater(60).toISOString()
    expect(await plantOf(database, id)).toMatchObject({
      ...unchanged,
      status: 'OFFLINE',
      lastSeenAt,
    })
  })

  test.each(['PENDING', 'SUSPENDED', 'REVOKED', 'DECOMMISSIONED'])(
    'changes nothing for a plant that is %s',
    async (lifecycleStatus) => {
      const { database } = databaseForThisTest()
      const id = await addPlant(database, { lifecycleStatus, status: 'OFFLINE' })
      const before = await plantOf(database, id)
      await recordConnected(database, id, noon)
      expect(await plantOf(database, id)).toEqual(before)
    },
  )

  test('ends the simulation of a plant and keeps the rest of its metadata', async () => {
    const { database } = databaseForThisTest()
    const metadata = '{"eanOpm":859182400123456789,"simulated":true}'
    const id = await addPlant(database, { simulated: 'REPORTING', metadata })
    const own = await addPlant(database, { metadata })
    await recordConnected(database, id, noon)
    await recordConnected(database, own, noon)
    const live = { simulated: null, metadata: '{"eanOpm":859182400123456789}' }
    expect(await plantOf(database, id)).toMatchObject({ ...unchanged, ...live })
    expect((await plantOf(database, own)).metadata).toBe(metadata)
  })
})

describe('a status message', () => {
  test('sets only status, sub-devices and last contact', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    const degraded = await say(database, id, { state: 'degraded', devices: ['R1', 'INV1'] })
    const subDevices = '["R1","INV1"]'
    expect(degraded).toMatchObject({ ...unchanged, status: 'DEGRADED', subDevices })
    expect(degraded.lastSeenAt).toBe(noonText)
    expect(await say(database, id, {})).toMatchObject({ status: 'ONLINE', subDevices })
  })

  test('opens an alert with the reason for degraded and resolves it for online', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    await say(database, id, { state: 'degraded', reason: 'INV2 does not respond' })
    await say(database, id, { state: 'degraded', reason: 'still' }, secondsLater(10))
    const alert = { type: 'PLANT_DEGRADED', severity: 'WARNING', createdAt: noonText }
    const message = 'The plant reports itself as degraded: INV2 does not respond'
    expect(await alertsOf(database, id)).toMatchObject([{ ...alert, message, status: 'ACTIVE' }])
    await say(database, id, {}, secondsLater(20))
    const resolvedAt = secondsLater(20).toISOString()
    expect(await alertsOf(database, id)).toMatchObject([{ status: 'RESOLVED', resolvedAt }])
  })

  test('applies degraded even without a time or with a constant one', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    for (const seconds of [0, 100]) {
      const at = secondsLater(seconds)
      await say(database, id, { ts: 0, state: 'degraded' }, at)
      await recordSeen(database, id, at)
      expect((await plantOf(database, id)).status).toBe('DEGRADED')
      const createdAt = at.toISOString()
      expect((await alertsOf(database, id)).at(-1)).toMatchObject({ createdAt, resolvedAt: null })
      await say(database, id, { ts: 0 }, at)
    }
    expect(await alertsOf(database, id)).toHaveLength(2)
  })

  test('keeps a single alert when degraded comes and goes', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    for (let second = 0; second < 20; second++) {
      await say(database, id, { state: second % 2 ? 'online' : 'degraded' }, secondsLater(second))
    }
    expect(await alertsOf(database, id)).toMatchObject([{ createdAt: noonText }])
  })

  test('does not change the status for the last will, which is up to the session', async () => {
    const { database } = databaseForThisTest()
    const id = await addPlant(database)
    const after = await say(database, id, { state: 'offline', devices: [] })
    expect(after).toMatchObject({ status: 'ONLINE', lastSeenAt: noonText, subDevices: null })
  })

  test.each(['online', 'degraded'] as const)(
    'does not bring a plant back with %s after its session ended',
    async (state) => {
      const { database } = databaseForThisTest()
      const id = await addPlant(database, { status: 'OFFLINE' })
      expect((await say(database, id, { state })).status).toBe('OFFLINE')
    },
  )

  test('ignores a deleted plant and omits a reason that cannot be stored', async () => {
    const { database } = databaseForThisTest()
    const message = { ts: 0, state: 'degraded', reason: 'x\u0000y' } as const
    await recordStatus(database, crypto.randomUUID(), message, noon)
    const id = await addPlant(database)
    await recordStatus(database, id, message, noon)
    expect((await alertsOf(database, id))[0]?.message).toBe('The plant reports itself as degraded')
  })
})

test('counts refused connections', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database, { authFailureCount: 3 })
  await recordAuthFailure(database, id, noon)
  const failures = { authFailureCount: 4, lastAuthFailureAt: noonText }
  expect(await plantOf(database, id)).toMatchObject({ ...unchanged, ...failures })
})

test('ends all sessions at a restart, except for plants without a client', async () => {
  const { database } = databaseForThisTest()
  const seen = { lastSeenAt: noonText }
  const live = await addPlant(database, seen)
  const degraded = await addPlant(database, { ...seen, status: 'DEGRADED' })
  const never = await addPlant(database, { status: 'UNKNOWN' })
  const simulated = await addPlant(database, { simulated: 'REPORTING' })
  await markAllDisconnected(database, secondsLater(60))
  const offline = { ...unchanged, status: 'OFFLINE', lastSeenAt: noonText }
  expect(await plantOf(database, live)).toMatchObject(offline)
  expect(await plantOf(database, degraded)).toMatchObject(offline)
  expect((await plantOf(database, never)).status).toBe('UNKNOWN')
  expect((await plantOf(database, simulated)).status).toBe('ONLINE')
})

test('resolves the offline alert immediately when a plant connects', async () => {
  const { database } = databaseForThisTest()
  const id = await addPlant(database, { status: 'OFFLINE' })
  const alert = { id: 'a', plantId: id, rule: 'plant-offline', type: 'PLANT_OFFLINE' }
  const times = { createdAt: noonText, updatedAt: noonText, acknowledgedAt: null, resolvedAt: null }
  const more = { severity: 'ERROR', status: 'ACTIVE', message: '', acknowledgedBy: null }
  await database
    .insertInto('alerts')
    .values({ ...alert, ...times, ...more })
    .execute()
  await recordConnected(database, id, secondsLater(5))
  const resolvedAt = secondsLater(5).toISOString()
  expect(await alertsOf(database, id)).toMatchObject([{ status: 'RESOLVED', resolvedAt }])
})
