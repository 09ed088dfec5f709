import { rmSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { authenticateClient } from './clients'
import { SignInLimit } from './sign-in-limit'
import { openDatabase } from '#sandbox/platform/database/open-database'
import { addClient } from '#sandbox/proof/testing/add-client'
import { newDataFolder } from '#sandbox/proof/testing/test-platform'

test('decodes HTTP Basic credentials as form-urlencoded text', async () => {
  const dataFolder = newDataFolder()
  await addClient(dataFolder, 'my client', 'a b+c:100%ž')
  const { database } = openDatabase(dataFolder)
  onTestFinished(async () => {
    await database.destroy()
    rmSync(dataFolder, { recursive: true })
  })
  const withBasic = (text: string) =>
    authenticateClient({ database, now: () => new Date() }, new SignInLimit(), {
      authorization: `Basic ${btoa(text)}`,
      form: new Map([['client_id', 'plantdeck']]),
      address: '127.0.0.1',
    })
  expect(await withBasic('my+client:a+b%2Bc%3A100%25%C5%BE')).toBe('my client')
  expect(await withBasic('my%20client:a%20b%2Bc:100%25%C5%BE')).toBe('my client')
  await expect(withBasic('my+client:a+b+c%3A100%25%C5%BE')).rejects.toMatchObject({
    code: 'invalid_client',
    status: 401,
  })
})
