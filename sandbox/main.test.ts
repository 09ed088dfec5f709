import { createServer } from 'node:net'
import { rmSync } from 'node:fs'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ApiClient } from './testing/api-client'
import {
  type SpawnedPlatform,
  endKindly,
  killHard,
  spawnPlatform,
} from './testing/spawned-platform'
import { newDataFolder } from './testing/test-platform'

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

test('an unknown flag ends with exit code 2 and a clear message', slow, async () => {
  const { exitCode, output } = await spawnPlatform(['--prot', '1'])
  expect(exitCode).toBe(2)
  expect(output).toContain('--prot')
  expect(output).not.toContain('    at ')
})

describe('one process, one data folder, one port', () => {
  test('a taken port is named, with the flag that changes it', slow, async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const port = String((other.address() as AddressInfo).port)
    const args = ['--data', dataFolder(), '--port', port, '--plants', '0']
    const { exitCode, output } = await spawnPlatform(args)
    expect(exitCode).toBe(1)
    expect(output).toContain(port)
    expect(output).toContain('--port')
  })

  test('a second process on the data folder is refused, and the first goes on', slow, async () => {
    const args = ['--data', dataFolder(), '--port', '0', '--plants', '3']
    const first = await spawnPlatform(args)
    expect(first.output).toMatch(/^ready http:\/\/localhost:\d+ with 15 plants/)
    const { exitCode, output } = await spawnPlatform(args)
    expect(exitCode).toBe(1)
    expect(output).toContain('--data')
    expect(await clientOf(first).signIn(admin)).toEqual(expect.any(String))
    expect(await endKindly(first, 'SIGTERM')).toBe(0)
  })
})

/** Creates plants until the connection breaks; gives the ids of those that were answered. */
async function createUntilKilled(client: ApiClient, token: string, round: number) {
  const answered: string[] = []
  const oneWriter = async (writer: number) => {
    for (let n = 0; ; n += 1) {
      const serialNumber = `K-${round}-${writer}-${n}`
      const body = { name: 'Killed', serialNumber, type: 'SENSOR' }
      const answer = await client.api('POST', '/plants', { token, body }).catch(() => null)
      if (answer?.status !== 201) return
      answered.push(String(answer.json.id))
    }
  }
  await Promise.all([0, 1, 2].map(oneWriter))
  return answered
}

test('kill -9 in the middle of writes loses nothing that was answered', slow, async () => {
  const args = ['--data', dataFolder(), '--port', '0', '--plants', '0']
  const answered: string[] = []
  const sessions: string[] = []
  for (let round = 0; round < 3; round += 1) {
    const platform = await spawnPlatform(args)
    const client = clientOf(platform)
    for (const token of sessions) {
      expect((await client.api('GET', '/plants', { token })).status).toBe(200)
    }
    const token = await client.signIn(admin)
    sessions.push(token)
    for (const id of answered) {
      expect((await client.api('GET', `/plants/${id}`, { token })).status).toBe(200)
    }
    const writing = createUntilKilled(client, token, round)
    await new Promise((resolve) => setTimeout(resolve, 150 + round * 130))
    await killHard(platform)
    answered.push(...(await writing))
  }
  expect(answered.length).toBeGreaterThan(10)
  const platform = await spawnPlatform(args)
  const token = await clientOf(platform).signIn(admin)
  const { json } = await clientOf(platform).api('GET', '/plants', { token })
  expect((json.meta as { total: number }).total).toBeGreaterThanOrEqual(answered.length)
})
