import { expect, test } from 'vitest'
import type { Severity } from './alert-rows'
import { acknowledgeByDuty } from './duty-shift'
import type { Database } from '#sandbox/platform/database/open-database'
import { demoEnergy, otherEnergy } from '#sandbox/platform/oauth/demo-users'
import { addPlant, databaseForThisTest } from '#sandbox/proof/testing/test-plants'
import { minuteMs } from '@/lib/instants'

const noon = new Date('2026-06-21T12:00:00.000Z')

function minutesLater(minutes: number): Date {
  return new Date(noon.getTime() + minutes * minuteMs)
}

/** Adds 16 alerts raised at noon, one per first hex digit of the id; the second digit determines when they are due. */
async function addAlerts(
  database: Database,
  {
    organizationId = demoEnergy.id,
    severity = 'ERROR' as Severity,
    digit = '0',
    status = 'ACTIVE',
  },
) {
  const plantId = await addPlant(database, { organizationId })
  const at = noon.toISOString()
  const open = { acknowledgedAt: null, acknowledgedBy: null, resolvedAt: null }
  const alert = { plantId, type: 'T', severity, status, message: '', ...open }
  const rows = Array.from('0123456789abcdef', (first) => {
    const id = `${first}${digit}${crypto.randomUUID().slice(2)}`
    return { ...alert, id, rule: `r${first}`, createdAt: at, updatedAt: at }
  })
  await database.insertInto('alerts').values(rows).execute()
}

async function duty(database: Database, now: Date) {
  await acknowledgeByDuty(database, now)
  return database
    .selectFrom('alerts')
    .where('status', '=', 'ACKNOWLEDGED')
    .orderBy('id')
    .select(['id', 'acknowledgedAt', 'acknowledgedBy', 'updatedAt'])
    .execute()
}

test.each([
  ['ERROR', '0', 10],
  ['CRITICAL', '0', 10],
  ['ERROR', 'f', 55],
  ['WARNING', '0', 120],
  ['WARNING', 'f', 165],
] as const)(
  'acknowledges half of the %s alerts with digit %s, starting after %i minutes',
  async (severity, digit, minutes) => {
    const { database } = databaseForThisTest()
    await duty(database, noon)
    await addAlerts(database, { severity, digit })
    expect(await duty(database, minutesLater(minutes - 0.01))).toEqual([])
    const at = minutesLater(minutes)
    const first = await duty(database, at)
    expect(first).toHaveLength(3)
    const seen = { acknowledgedAt: at.toISOString(), acknowledgedBy: 'Duty shift (simulated)' }
    for (const alert of first)
      expect(alert).toMatchObject({ ...seen, updatedAt: seen.acknowledgedAt })
    for (let more = 1; more < 20; more++) await duty(database, minutesLater(minutes + more))
    const all = await duty(database, minutesLater(10_000))
    expect(all.map(({ id }) => id.charAt(0))).toEqual(Array.from('01234567'))
  },
)

test('backdates acknowledgements on its first run in a data folder', async () => {
  const { database } = databaseForThisTest()
  await addAlerts(database, {})
  await addAlerts(database, { severity: 'WARNING' })
  const seen = await duty(database, minutesLater(300))
  expect(seen).toHaveLength(16)
  const times = new Set(seen.map(({ acknowledgedAt }) => acknowledgedAt))
  expect(times).toEqual(new Set([10, 120].map((minutes) => minutesLater(minutes).toISOString())))
})

test('ignores other organizations and resolved alerts', async () => {
  const { database } = databaseForThisTest()
  await addAlerts(database, { organizationId: crypto.randomUUID() })
  await addAlerts(database, { status: 'RESOLVED' })
  expect(await duty(database, minutesLater(10_000))).toEqual([])
  expect(await duty(database, minutesLater(20_000))).toEqual([])
  await addAlerts(database, { organizationId: otherEnergy.id })
  expect(await duty(database, minutesLater(20_000))).toHaveLength(3)
})
