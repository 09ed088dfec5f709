import { expect, test } from 'vitest'
import { CredentialUse } from './credential-use'
import { pruneAuditEntries } from '#sandbox/platform/audit/audit-log'
import type { Database } from '#sandbox/platform/database/open-database'
import { addPlant, databaseForThisTest, plantOf } from '#sandbox/proof/testing/test-plants'

const issuedAt = '2026-06-20T12:00:00.000Z'
const userId = 'user'

async function organizationOf(database: Database): Promise<string> {
  const plantId = await addPlant(database)
  return (await plantOf(database, plantId)).organizationId
}

async function addCredentials(database: Database, organizationId: string): Promise<void> {
  const created = { createdAt: issuedAt }
  await database
    .insertInto('users')
    .values({
      id: userId,
      username: 'u',
      passwordHash: '',
      role: 'admin',
      organizationId,
      isDemo: 0,
      ...created,
    })
    .execute()
  await database
    .insertInto('clients')
    .values({ id: 'client', name: 'c', secretHash: '', ...created })
    .execute()
  await database
    .insertInto('apiCredentials')
    .values({
      userId,
      clientId: 'client',
      clientUsername: 'u.api',
      passwordHash: '',
      issuedAt,
      calls: 0,
    })
    .execute()
}

test('counts the calls of the day of the last one', async () => {
  const { database } = databaseForThisTest()
  const organizationId = await organizationOf(database)
  await addCredentials(database, organizationId)
  const use = new CredentialUse()
  const read = async () => {
    await use.write(database)
    const { lastUsedAt, usedOn, calls } = await database
      .selectFrom('apiCredentials')
      .selectAll()
      .executeTakeFirstOrThrow()
    return [lastUsedAt, usedOn, calls]
  }
  expect(await read()).toEqual([null, null, 0])
  // A call with earlier credentials.
  use.note('earlier client', new Date('2026-06-20T12:00:30.000Z'))
  expect(await read()).toEqual([null, null, 0])
  use.note('client', new Date('2026-06-20T12:00:01.000Z'))
  use.note('client', new Date('2026-06-20T23:59:59.000Z'))
  expect(await read()).toEqual(['2026-06-20T23:59:59.000Z', '2026-06-20', 2])
  use.note('client', new Date('2026-06-20T23:59:59.500Z'))
  expect((await read())[2]).toBe(3)
  use.note('client', new Date('2026-06-20T23:59:59.900Z'))
  use.note('client', new Date('2026-06-21T00:00:00.000Z'))
  expect(await read()).toEqual(['2026-06-21T00:00:00.000Z', '2026-06-21', 1])
})

test('keeps counts that can’t be written', async () => {
  const { database } = databaseForThisTest()
  await addCredentials(database, await organizationOf(database))
  const use = new CredentialUse()
  use.note('client', new Date('2026-06-20T12:00:01.000Z'))
  const { database: broken } = databaseForThisTest()
  await broken.schema.dropTable('apiCredentials').execute()
  await expect(use.write(broken)).rejects.toThrow(/no such table/)
  expect(use.pendingOf('client')?.calls).toBe(1)
  await use.write(database)
  expect(use.pendingOf('client')).toBeUndefined()
  const { calls } = await database
    .selectFrom('apiCredentials')
    .select('calls')
    .executeTakeFirstOrThrow()
  expect(calls).toBe(1)
})

test('keeps audit entries for a year', async () => {
  const { database } = databaseForThisTest()
  const organizationId = await organizationOf(database)
  const entry = { organizationId, userId, username: 'u', isByApiCredentials: 0, action: 'signIn' }
  for (const at of ['2025-06-20T11:59:59.000Z', '2025-06-20T12:00:00.000Z']) {
    await database
      .insertInto('auditEntries')
      .values({ ...entry, at })
      .execute()
  }
  await pruneAuditEntries(database, new Date(issuedAt))
  const kept = await database.selectFrom('auditEntries').select('at').execute()
  expect(kept).toEqual([{ at: '2025-06-20T12:00:00.000Z' }])
})
