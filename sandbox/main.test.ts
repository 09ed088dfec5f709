import { rmSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { ApiClient } from './proof/testing/api-client'
import {
  type SpawnedPlatform,
  stopGracefully,
  killHard,
  spawnPlatform,
} from './proof/testing/spawned-platform'
import { newDataFolder } from './proof/testing/test-platform'

const admin = { username: 'admin', password: 'plantdeck-demo' }
const slow = { timeout: 60_000 }

function dataFolder(): string {
  const folder = newDataFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function clientOf({ url, output }: SpawnedPlatform): ApiClient {
  if (url === null) throw new Error(`not ready: ${output}`)
  return new ApiClient(url)
}

test('exits with code 2 and a clear message for an unknown flag', slow, async () => {
  const { exitCode, output } = await spawnPlatform(['--prot', '1'])
  expect(exitCode).toBe(2)
  expect(output).toContain('--prot')
  expect(output).not.toContain('    at ')
})

test('refuses a second process on a data folder without affecting the first', slow, async () => {
  const args = ['--data', dataFolder(), '--port', '0', '--mqtt-port', '0', '--plants', '3']
  const first = await spawnPlatform(args)
  expect(first.output).toMatch(/^ready http:\/\/localhost:\d+ with 15 plants/)
  const { exitCode, output } = await spawnPlatform(args)
  expect(exitCode).toBe(1)
  expect(output).toMatch(/^another process uses .*--data/)
  expect(output).not.toContain('    at ')
  expect(await clientOf(first).signIn(admin)).toEqual(expect.any(String))
  expect(await stopGracefully(first, 'SIGTERM')).toBe(0)
})

/** Creates plants until the connection breaks; returns the IDs of those that were confirmed. */
async function createUntilKilled(client: ApiClient, token: string, round: number) {
  const confirmed: string[] = []
  const oneWriter = async (writer: number) => {
    for (let n = 0; ; n += 1) {
      const serialNumber = `K-${round}-${writer}-${n}`
      const body = { name: 'Killed', serialNumber, type: 'SENSOR' }
      const response = await client.api('POST', '/plants', { token, body }).catch(() => null)
      if (response?.status !== 201) return
      confirmed.push(String(response.json.id))
    }
  }
  await Promise.all([0, 1, 2].map(oneWriter))
  return confirmed
}

test('loses no confirmed write when it is killed with kill -9', slow, async () => {
  const args = ['--data', dataFolder(), '--port', '0', '--mqtt-port', '0', '--plants', '0']
  const confirmed: string[] = []
  const sessions: string[] = []
  // The third start only checks the data after two kills, the second of which followed a recovery.
  for (const writeForMs of [150, 300, null]) {
    const platform = await spawnPlatform(args)
    const client = clientOf(platform)
    for (const token of sessions) {
      expect((await client.api('GET', '/plants', { token })).status).toBe(200)
    }
    const token = await client.signIn(admin)
    sessions.push(token)
    const reads = confirmed.map((id) => client.api('GET', `/plants/${id}`, { token }))
    for (const { status } of await Promise.all(reads)) expect(status).toBe(200)
    if (writeForMs === null) break
    const writing = createUntilKilled(client, token, sessions.length)
    await new Promise((resolve) => setTimeout(resolve, writeForMs))
    await killHard(platform)
    confirmed.push(...(await writing))
  }
  expect(confirmed.length).toBeGreaterThan(10)
})
