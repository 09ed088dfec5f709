import { rmSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { newDataFolder } from '#sandbox/proof/testing/test-platform'
import { runKills } from './kill-run'

test('two kills under load lose nothing that was answered and do nothing twice', async () => {
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
  // Otherwise nothing was tried.
  for (const what of ['plants', 'commands', 'received', 'acks', 'samples', 'unanswered'] as const) {
    expect(tally[what], what).toBeGreaterThan(0)
  }
}, 60_000)
