import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractProblems } from '#sandbox/proof/testing/contract'
import { type TestPlatform, startTestPlatform } from '#sandbox/proof/testing/test-platform'
import { dayMs, secondMs } from '@/lib/instants'

const nowMs = Date.UTC(2026, 5, 21, 12)
const fromNow = (ms: number) => new Date(nowMs + ms).toISOString()

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform({ now: () => new Date(nowMs) })
})
afterAll(() => platform.stop())

interface Stats extends Record<string, unknown> {
  atRiskPlants: { name: string }[]
}

/** Reads the statistics of an organization with these plants, and checks the response against the contract. */
async function statsOf(
  rows: readonly object[],
  user: 'admin' | 'support' = 'admin',
): Promise<Stats> {
  const client = platform.client()
  const plants = rows.map((row) => ({ lifecycleStatus: 'ACTIVE', ...row }))
  const { users } = await client.organization({ rows: plants })
  const token = await client.signIn(users[user])
  const path = '/plants/certificate-stats'
  const { status, json } = await client.api('GET', path, { token })
  expect(status).toBe(200)
  expect(contractProblems(path, 'get', status, json)).toEqual([])
  return { ...json, atRiskPlants: json.atRiskPlants as Stats['atRiskPlants'] }
}

test('counts each certificate once: by state if withdrawn, otherwise by expiry', async () => {
  const { atRiskPlants, ...counts } = await statsOf([
    { certificateExpiresAt: fromNow(400 * dayMs) },
    { certificateExpiresAt: fromNow(3 * dayMs), lifecycleStatus: 'SUSPENDED' },
    { certificateExpiresAt: fromNow(-dayMs) },
    { certificateExpiresAt: fromNow(-dayMs), lifecycleStatus: 'REVOKED' },
    { certificateExpiresAt: fromNow(3 * dayMs), lifecycleStatus: 'DECOMMISSIONED' },
  ])
  expect(counts).toEqual({
    active: 1,
    expiringSoon: 1,
    expired: 1,
    revoked: 2,
    nextRenewalAt: fromNow(3 * dayMs),
  })
  expect(atRiskPlants).toHaveLength(2)
})

test.each([
  { inMs: 30 * dayMs + secondMs, active: 1, expiringSoon: 0, expired: 0 },
  { inMs: 30 * dayMs, active: 0, expiringSoon: 1, expired: 0 },
  { inMs: secondMs, active: 0, expiringSoon: 1, expired: 0 },
  { inMs: 0, active: 0, expiringSoon: 0, expired: 1 },
])('judges a certificate that expires in $inMs ms', async ({ inMs, ...counts }) => {
  const stats = await statsOf([{ certificateExpiresAt: fromNow(inMs) }])
  expect(stats).toMatchObject({ ...counts, revoked: 0 })
  expect(stats.nextRenewalAt).toBe(inMs > 0 ? fromNow(inMs) : null)
  expect(stats.atRiskPlants).toHaveLength(counts.active === 1 ? 0 : 1)
})

test.each([
  ['PENDING', { expired: 1, revoked: 0 }],
  ['PROVISIONED', { expired: 1, revoked: 0 }],
  ['UNDOCUMENTED', { expired: 1, revoked: 0 }],
  ['REVOKED', { expired: 0, revoked: 1 }],
  ['DECOMMISSIONED', { expired: 0, revoked: 1 }],
])('counts the certificate of a plant in state %s as the alerts do', async (state, counts) => {
  const row = { certificateExpiresAt: fromNow(-dayMs), lifecycleStatus: state }
  expect(await statsOf([row])).toMatchObject(counts)
})

test('lists the plants at risk from the first expiry to the last', async () => {
  const { atRiskPlants } = await statsOf([
    { name: 'Soon', certificateExpiresAt: fromNow(20 * dayMs) },
    { name: 'Long expired', certificateExpiresAt: fromNow(-400 * dayMs) },
    { name: 'Expired', certificateExpiresAt: fromNow(-dayMs) },
    { name: 'Valid', certificateExpiresAt: fromNow(31 * dayMs) },
    { name: 'Revoked', certificateExpiresAt: fromNow(dayMs), lifecycleStatus: 'REVOKED' },
  ])
  expect(atRiskPlants.map(({ name }) => name)).toEqual(['Long expired', 'Expired', 'Soon'])
})

test('leaves out plants without a certificate, with another method and of other organizations', async () => {
  await statsOf([{ certificateExpiresAt: fromNow(dayMs) }])
  const stats = await statsOf(
    [
      { certificateExpiresAt: null, lifecycleStatus: 'PENDING' },
      { certificateExpiresAt: fromNow(dayMs), authMethod: 'TOKEN' },
    ],
    'support',
  )
  expect(stats).toEqual({
    active: 0,
    expiringSoon: 0,
    expired: 0,
    revoked: 0,
    nextRenewalAt: null,
    atRiskPlants: [],
  })
})
