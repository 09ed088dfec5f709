// Measures the sandbox against its performance targets. Stops by itself and in all cases leaves neither processes nor
// folders behind.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, figureTable, percentile } from './figures'
import { closeConnection } from './loopback-client'
import { measureLoad } from './measure-load'
import { measurePlants } from './measure-plants'
import { measureGrants, measureList, measureOverhead, signInAll } from './measure-requests'
import { startSandbox } from './sandbox-process'
import { minuteMs } from '@/lib/instants'

const plants = 100_000
const livePlants = 300
const limitMs = 5 * minuteMs
const seedTargetMs = minuteMs
const restartTargetMs = 2000

const ending = new AbortController()
setTimeout(() => ending.abort(new Error('not finished within five minutes')), limitMs).unref()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => ending.abort(new Error(`stopped by ${signal}`)))
}

const dataFolder = await mkdtemp(join(tmpdir(), 'plantdeck-bench-'))
try {
  const figures = await measure(['--data', dataFolder, '--plants', String(plants)])
  process.stdout.write(`${figureTable(figures)}\n`)
  const over = figures.filter(({ measuredMs, targetMs }) => measuredMs > (targetMs ?? Infinity))
  process.stdout.write(over.length === 0 ? '\nall ok\n' : `\n${over.length} over\n`)
} finally {
  ending.abort()
  closeConnection()
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

async function measure(flags: readonly string[]): Promise<Figure[]> {
  say(`seeding ${plants.toLocaleString('en')} plants`)
  const seeded = await startSandbox(flags, ending.signal)
  await seeded.stop('SIGTERM')
  say('starting on existing data')
  const restarts: number[] = []
  for (const signal of ['SIGTERM', 'SIGTERM', 'SIGKILL'] as const) {
    const again = await startSandbox(flags, ending.signal)
    restarts.push(again.readyMs)
    await again.stop(signal)
  }
  // This start follows a kill, so it includes the recovery of the database's log.
  const sandbox = await startSandbox(flags, ending.signal)
  say('sending requests')
  const { overheadMs, figures: bare } = await measureOverhead(sandbox.url)
  const { figures: grants, token } = await measureGrants(sandbox.url)
  const list = await measureList(sandbox.url, token, overheadMs)
  say('connecting plants and sending commands')
  // Another user: the platform limits the requests of one, and the list has used most of them.
  const [otherToken = ''] = await signInAll(sandbox.url)
  const plantFigures = await measurePlants(sandbox.url, otherToken)
  await sandbox.stop('SIGTERM')
  say('reading pages while simulated plants are connected')
  const busy = await startSandbox([...flags, '--field', String(livePlants)], ending.signal)
  const load = await measureLoad(busy.url, await signInAll(busy.url))
  await busy.stop('SIGTERM')
  return [
    { name: 'first start, seeding included', measuredMs: seeded.readyMs, targetMs: seedTargetMs },
    {
      name: 'start on existing data, median of 3',
      measuredMs: percentile(restarts, 0.5),
      targetMs: restartTargetMs,
    },
    { name: 'start after kill -9', measuredMs: sandbox.readyMs, targetMs: restartTargetMs },
    ...bare,
    ...list,
    ...grants,
    ...plantFigures,
    ...load,
  ]
}

function say(step: string): void {
  process.stderr.write(`${step} ...\n`)
}
