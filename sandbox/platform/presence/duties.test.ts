import { afterEach, expect, test, vi } from 'vitest'
import { runDutiesOnce, startDuties } from './duties'
import { CredentialUse } from '#sandbox/platform/accounts/credential-use'
import { RefusedSignIns } from '#sandbox/platform/audit/refused-sign-ins'
import type { Database } from '#sandbox/platform/database/open-database'
import {
  addPlant,
  alertsOf,
  databaseForThisTest,
  madeAt,
  plantOf,
} from '#sandbox/proof/testing/test-plants'

const noon = new Date('2026-06-21T12:00:00.000Z')
const noonMs = noon.getTime()
const now = () => noon
const collected = { credentialUse: new CredentialUse(), refusedSignIns: new RefusedSignIns() }

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function seenAgoMs(database: Database, id: string): Promise<number> {
  return noonMs - Date.parse((await plantOf(database, id)).lastSeenAt ?? '')
}

test('dates simulated plants 5 to 200 s back, always the same for an id', async () => {
  const { database } = databaseForThisTest()
  const columns = { simulated: 'REPORTING', lastSeenAt: '2026-06-01T00:00:00.000Z' }
  const ids: string[] = []
  for (const start of ['0000', '5555', 'aaaa', 'ffff']) {
    const id = `${start}${crypto.randomUUID().slice(4)}`
    ids.push(await addPlant(database, { ...columns, id }))
  }
  await runDutiesOnce({ database, now, ...collected })
  const ages = await Promise.all(ids.map((id) => seenAgoMs(database, id)))
  expect(ages).toEqual([5000, 69_999, 134_998, 199_997])
  for (const id of ids) expect((await plantOf(database, id)).updatedAt).toBe(madeAt.toISOString())
})

test('updates more simulated plants than fit into one transaction', async () => {
  const { database } = databaseForThisTest()
  const first = await addPlant(database, { simulated: 'REPORTING', lastSeenAt: '2026-06-01' })
  const { sequence: _, ...row } = await plantOf(database, first)
  const rows = Array.from({ length: 1200 }, () => {
    const id = crypto.randomUUID()
    return { ...row, id, serialNumber: id }
  })
  for (let at = 0; at < rows.length; at += 300) {
    await database
      .insertInto('plants')
      .values(rows.slice(at, at + 300))
      .execute()
  }
  await runDutiesOnce({ database, now, ...collected })
  const { oldest } = await database
    .selectFrom('plants')
    .select(({ fn }) => fn.min('lastSeenAt').as('oldest'))
    .executeTakeFirstOrThrow()
  expect(noonMs - Date.parse(oldest ?? '')).toBeLessThanOrEqual(200_000)
})

test.each([
  ['was just seen', { lastSeenAt: '2026-06-21T11:58:00.000Z' }],
  ['is silent', { simulated: 'SILENT' }],
  ['is offline', { status: 'OFFLINE' }],
])('leaves a simulated plant unchanged that %s', async (_, columns) => {
  const { database } = databaseForThisTest()
  const reporting = { simulated: 'REPORTING', lastSeenAt: '2026-06-01T00:00:00.000Z' }
  const id = await addPlant(database, { ...reporting, ...columns })
  const before = await plantOf(database, id)
  await runDutiesOnce({ database, now, ...collected })
  expect(await plantOf(database, id)).toEqual(before)
})

test('deletes expired packages', async () => {
  const { database } = databaseForThisTest()
  const [over, current] = [await addPlant(database), await addPlant(database)]
  await database
    .insertInto('provisioningPackages')
    .values([
      { plantId: over, sealed: '', endsAt: noon.toISOString() },
      { plantId: current, sealed: '', endsAt: '2026-06-21T12:00:00.001Z' },
    ])
    .execute()
  await runDutiesOnce({ database, now, ...collected })
  const left = await database.selectFrom('provisioningPackages').select('plantId').execute()
  expect(left).toEqual([{ plantId: current }])
})

test('fills a new data folder with past alerts, about half of them acknowledged', async () => {
  const { database } = databaseForThisTest()
  const offline = { status: 'OFFLINE', simulated: 'SILENT', lastSeenAt: '2026-06-20T00:00:00.000Z' }
  for (let count = 0; count < 60; count++) await addPlant(database, offline)
  await runDutiesOnce({ database, now, ...collected })
  const alerts = await database.selectFrom('alerts').selectAll().execute()
  expect(alerts).toHaveLength(60)
  const seen = alerts.filter(({ status }) => status === 'ACKNOWLEDGED')
  expect(seen.length).toBeGreaterThan(10)
  expect(seen.length).toBeLessThan(50)
  for (const { createdAt, acknowledgedAt } of seen) {
    expect((acknowledgedAt ?? '') > createdAt).toBe(true)
    expect((acknowledgedAt ?? '') < noon.toISOString()).toBe(true)
  }
})

test('runs immediately and every 30 s, continues after a failure, and stops with the platform', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const logged = vi.spyOn(console, 'error').mockReturnValue()
  const { database } = databaseForThisTest()
  const failure = new Error('disk full')
  const clock = vi.fn(now).mockImplementationOnce(() => {
    throw failure
  })
  const storage = { checkFull: () => false }
  const duties = startDuties({ database, now: clock, ...collected, storage })
  await vi.advanceTimersByTimeAsync(0)
  expect(logged).toHaveBeenCalledExactlyOnceWith(failure)
  const id = await addPlant(database, { status: 'OFFLINE' })
  await vi.advanceTimersByTimeAsync(29_999)
  expect(clock).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(clock).toHaveBeenCalledTimes(2)
  await duties.stop()
  expect(await alertsOf(database, id)).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(clock).toHaveBeenCalledTimes(2)
})
