import { expect, test } from 'vitest'
import { RefusedSignIns } from './refused-sign-ins'
import { addPlant, databaseForThisTest, plantOf } from '#sandbox/proof/testing/test-plants'

test('stores each entry once, however many writes overlap, and keeps what can’t be stored', async () => {
  const { database } = databaseForThisTest()
  const { organizationId } = await plantOf(database, await addPlant(database))
  const refused = new RefusedSignIns()
  const entry = { organizationId, userId: 'u', username: 'u', action: 'signInRefused' }
  const note = () =>
    refused.note({ ...entry, isByApiCredentials: false, subjectId: null }, new Date(0))
  note()
  note()
  const { database: broken } = databaseForThisTest()
  await broken.schema.dropTable('auditEntries').execute()
  await expect(refused.write(broken)).rejects.toThrow(/no such table/)
  await Promise.all([refused.write(database), refused.write(database)])
  const stored = await database.selectFrom('auditEntries').select('sequence').execute()
  expect(stored).toHaveLength(2)
})
