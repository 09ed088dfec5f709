import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { ApiClient } from './api-client'
import { readOptions } from '#sandbox/options'
import { type TestSettings, startPlatform } from '#sandbox/platform'

/** Starts a platform for one test file with a new data folder; the caller stops it. */
export async function startTestPlatform(
  settings: TestSettings = {},
  args: readonly string[] = ['--test-control'],
) {
  const dataFolder = newDataFolder()
  const base = ['--data', dataFolder, '--port', '0', '--mqtt-port', '0', '--plants', '0']
  const options = readOptions([...base, ...args])
  if (!options) throw new Error('no options')
  const platform = await startPlatform(options, settings)
  return {
    url: platform.url,
    mqttPort: platform.mqttPort,
    dataFolder,
    client: () => new ApiClient(platform.url),
    stop: async () => {
      await platform.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

export type TestPlatform = Awaited<ReturnType<typeof startTestPlatform>>

/** Starts a platform for one test, which is stopped at its end. */
export async function platformForThisTest(settings: TestSettings = {}, args?: readonly string[]) {
  const platform = await startTestPlatform(settings, args)
  onTestFinished(() => platform.stop())
  return platform
}

export function newDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'plantdeck-test-'))
}
