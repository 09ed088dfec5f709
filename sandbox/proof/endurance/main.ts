// Command `npm run test:kill`: kills the platform under load with kill -9 and compares its state afterwards with the
// responses it gave. Times and choices follow from --seed; the interleaving of the two processes does not.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Findings } from './findings'
import { runKills } from './kill-run'

const { times, seed } = readFlags()
const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => ending.abort(new Error(`stopped by ${signal}`)))
}
const dataFolder = await mkdtemp(join(tmpdir(), 'plantdeck-kill-'))
const startedAt = performance.now()
let isWhole = false
try {
  const say = (line: string) => console.error(line)
  const findings = await runKills({ times, seed, dataFolder, signal: ending.signal, say })
  isWhole = findings.broken.length === 0
  console.log(account(findings))
} catch (error) {
  console.error(error)
} finally {
  ending.abort()
}
if (isWhole) {
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
} else {
  console.error(`failed with --seed ${seed}; the data stays in ${dataFolder}`)
  process.exitCode = 1
}

function account(findings: Findings): string {
  const { broken } = findings
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  const verdict =
    broken.length === 0
      ? `${times} kills in ${seconds} s with --seed ${seed}: no confirmed request was lost, nothing was executed twice`
      : `broken:\n${broken.map((what) => `- ${what}`).join('\n')}`
  return `${findings.summary()}\n${verdict}`
}

function readFlags(): { times: number; seed: number } {
  const { values } = parseArgs({
    options: {
      times: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
    },
  })
  return { times: wholeNumber('--times', values.times), seed: wholeNumber('--seed', values.seed) }
}

function wholeNumber(flag: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  console.error(`${flag} must be a whole number, not "${text}"`)
  process.exit(2)
}
