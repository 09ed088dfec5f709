import { rmSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { runKills } from './kill-run'
import { newDataFolder } from '#sandbox/proof/testing/test-platform'

test('loses no confirmed request and repeats no effect when it is killed twice under load', async () => {
  const dataFolder = newDataFolder()
  const ending = new AbortController()
  onTestFinished(() => {
    ending.abort()
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  })
  const { broken, tally } = await runKills({
    times: 2,
    seed: 15,
    dataFolder,
    signal: ending.signal,
  })
  expect(broken).toEqual([])
  // With a count of zero, the run would have tested nothing.
  for (const what of [
    'plants',
    'commands',
    'received',
    'acks',
    'samples',
    'unconfirmed',
  ] as const) {
    expect(tally[what], what).toBeGreaterThan(0)
  }
}, 60_000)
