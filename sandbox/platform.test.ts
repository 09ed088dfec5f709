import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { readOptions } from './options'
import { startPlatform } from './platform'
import { PortTakenError } from './platform/cli/port-taken'
import { DataFolderError, lockDataFolder } from './platform/database/data-folder-lock'
import { ApiClient } from './proof/testing/api-client'
import { newDataFolder } from './proof/testing/test-platform'

let dataFolder: string
beforeEach(() => {
  dataFolder = newDataFolder()
  return () => rmSync(dataFolder, { recursive: true, force: true })
})

function start(...args: string[]) {
  const options = readOptions([
    '--data',
    dataFolder,
    '--port',
    '0',
    '--mqtt-port',
    '0',
    '--plants',
    '0',
    ...args,
  ])
  if (!options) throw new Error('no options')
  return startPlatform(options)
}

/** Returns the error of a failed start and checks that the data folder is unlocked. */
async function failureOf(starting: Promise<unknown>): Promise<unknown> {
  const failure = await starting.then(
    () => null,
    (error: unknown) => error,
  )
  lockDataFolder(dataFolder)()
  return failure
}

describe('a lock of the data folder', () => {
  test('fails with a clear message if another process holds it', () => {
    onTestFinished(lockDataFolder(dataFolder))
    expect(() => lockDataFolder(dataFolder)).toThrow(DataFolderError)
    expect(() => lockDataFolder(dataFolder)).toThrow(/^another process uses .*--data/)
  })

  const lockFile = () => join(dataFolder, 'lock.sqlite')
  test.each([
    ['not a database', () => writeFileSync(lockFile(), 'x'.repeat(5_000)), 'not a database'],
    ['not a file', () => mkdirSync(lockFile()), 'Unable to open'],
  ])('fails with the reason, not as another process, if it is %s', (_name, spoil, reason) => {
    spoil()
    expect(() => lockDataFolder(dataFolder)).toThrow(DataFolderError)
    expect(() => lockDataFolder(dataFolder)).toThrow(
      new RegExp(`^the data folder cannot be locked with .*lock\\.sqlite: .*${reason}`),
    )
  })
})

describe('a failed start unlocks the data folder', () => {
  test('if the database is invalid', async () => {
    writeFileSync(join(dataFolder, 'plantdeck.sqlite'), 'x'.repeat(5_000))
    const failure = await failureOf(start())
    expect(failure).toBeInstanceOf(DataFolderError)
    expect(String(failure)).toMatch(/plantdeck\.sqlite cannot be opened: .*not a database/)
  })

  test('if the port is in use, and names port and flag', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const port = String((other.address() as AddressInfo).port)
    const failure = await failureOf(start('--port', port))
    expect(failure).toBeInstanceOf(PortTakenError)
    expect(String(failure)).toMatch(new RegExp(`${port} .*--port`))
  })
})

test('listens on an IPv6 address in brackets', async () => {
  const platform = await start('--host', '[::1]')
  onTestFinished(() => platform.stop())
  expect(platform.url).toMatch(/^http:\/\/\[::1\]:\d+$/)
  const demoUser = { username: 'admin', password: 'plantdeck-demo' }
  expect(await new ApiClient(platform.url).signIn(demoUser)).toEqual(expect.any(String))
})

test('suspends sessions of demo users while the platform is not on loopback', async () => {
  const admin = { grant_type: 'password', username: 'admin', password: 'plantdeck-demo' }
  const mayList = async (on: ApiClient, token: unknown) =>
    (await on.api('GET', '/plants', { token: String(token) })).status
  const refresh = (on: ApiClient, token: unknown) =>
    on.token({ grant_type: 'refresh_token', refresh_token: String(token) })

  const local = await start()
  const session = (await new ApiClient(local.url).token(admin)).json
  expect(await mayList(new ApiClient(local.url), session.access_token)).toBe(200)
  await local.stop()

  const open = await start('--host', '0.0.0.0')
  const fromOutside = new ApiClient(open.url)
  expect(await mayList(fromOutside, session.access_token)).toBe(401)
  const refused = await refresh(fromOutside, session.refresh_token)
  expect([refused.status, refused.json.error]).toEqual([400, 'invalid_grant'])
  expect((await fromOutside.token(admin)).json.error).toBe('invalid_grant')
  await open.stop()

  const again = await start()
  const onLoopback = new ApiClient(again.url)
  expect(await mayList(onLoopback, session.access_token)).toBe(200)
  expect((await refresh(onLoopback, session.refresh_token)).status).toBe(200)
  await again.stop()
})
