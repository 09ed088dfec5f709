import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { certificateOf, recordCertificate, revokeCertificates } from './certificates'
import { RevocationList } from './revocation-list'
import type { RevokedCertificate } from './revocation-list-format'
import { folderForThisTest } from './test-openssl'
import { type Database, openDatabase } from '#sandbox/platform/database/open-database'
import { dayMs } from '@/lib/instants'

const halfWeekMs = 3.5 * dayMs
let now: Date
let database: Database

beforeEach(() => {
  now = new Date('2026-03-01T10:00:00.000Z')
  const opened = openDatabase(folderForThisTest())
  database = opened.database
  onTestFinished(() => opened.database.destroy())
})

/** Creates a list whose text consists of its number and its serial numbers. */
function listForThisTest() {
  const signRevocationList = vi.fn(
    async (revoked: readonly RevokedCertificate[], { number }: { now: Date; number: number }) =>
      [number, ...revoked.map(({ serialNumber }) => serialNumber)].join(' '),
  )
  const list = new RevocationList(database, { signRevocationList }, () => now)
  return { list, signRevocationList }
}

function record(plantId: string, serialNumber: string, expiresAt = '2028-01-01T00:00:00.000Z') {
  const issuedAt = '2026-01-01T00:00:00.000Z'
  const issued = { serialNumber, fingerprint: `of ${serialNumber}`, issuedAt, expiresAt }
  return recordCertificate(database, plantId, issued)
}

test('revokes all certificates of a plant once and keeps their rows', async () => {
  await record('plant-1', '4A')
  await record('plant-1', '4B')
  await record('plant-2', '4C')
  expect(await revokeCertificates(database, 'plant-1', now)).toBe(2)
  expect(await revokeCertificates(database, 'plant-1', new Date('2027-01-01'))).toBe(0)
  expect(await certificateOf(database, '4A')).toEqual({
    serialNumber: '4A',
    plantId: 'plant-1',
    fingerprint: 'of 4A',
    issuedAt: '2026-01-01T00:00:00.000Z',
    expiresAt: '2028-01-01T00:00:00.000Z',
    revokedAt: '2026-03-01T10:00:00.000Z',
  })
  expect((await certificateOf(database, '4C'))?.revokedAt).toBeNull()
  expect(await certificateOf(database, '4D')).toBeUndefined()
})

test('contains revoked certificates that have not expired', async () => {
  await record('plant-1', '4A')
  await record('plant-1', '4B', '2026-03-01T10:00:00.000Z')
  await record('plant-2', '4C')
  await revokeCertificates(database, 'plant-1', now)
  expect(await listForThisTest().list.current()).toBe(`${now.getTime()} 4A`)
})

test('creates one list for concurrent and later callers', async () => {
  const { list, signRevocationList } = listForThisTest()
  const [first, second] = await Promise.all([list.current(), list.current()])
  expect(first).toBe(second)
  now = new Date(now.getTime() + halfWeekMs - 1)
  expect(await list.current()).toBe(first)
  expect(signRevocationList).toHaveBeenCalledTimes(1)
})

test('creates a new list after half a week or when the clock is set back', async () => {
  const { list, signRevocationList } = listForThisTest()
  await list.current()
  now = new Date(now.getTime() + halfWeekMs)
  await list.current()
  expect(signRevocationList).toHaveBeenCalledTimes(2)
  now = new Date(now.getTime() - 1)
  await list.current()
  expect(signRevocationList).toHaveBeenCalledTimes(3)
})

test('includes a change in the next list, even one made while a list is being created', async () => {
  const { list } = listForThisTest()
  await record('plant-1', '4A')
  const before = list.current()
  await revokeCertificates(database, 'plant-1', now)
  list.changed()
  expect(await list.current()).toContain('4A')
  expect(await before).not.toContain('4A')
  expect(await list.current()).toContain('4A')
})

test('increases its number within a millisecond and across restarts', async () => {
  const { list } = listForThisTest()
  const first = Number(await list.current())
  list.changed()
  const second = Number(await list.current())
  expect(second).toBeGreaterThan(first)
  now = new Date(now.getTime() + 1_000)
  expect(Number(await listForThisTest().list.current())).toBeGreaterThan(second)
})

test('rejects for all waiting callers after a failure and tries again for the next', async () => {
  const { list, signRevocationList } = listForThisTest()
  signRevocationList.mockRejectedValueOnce(new Error('no key'))
  const waiting = [list.current(), list.current()]
  await expect(waiting[0]).rejects.toThrow('no key')
  await expect(waiting[1]).rejects.toThrow('no key')
  expect(await list.current()).toBe(String(now.getTime() + 1))
})
