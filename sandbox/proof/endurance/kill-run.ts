import { setTimeout as passing } from 'node:timers/promises'
import { type SandboxProcess, startSandbox } from '#sandbox/proof/bench/sandbox-process'
import { Random } from '#sandbox/world/fleet/random'
import { ApiClient } from '#sandbox/proof/testing/api-client'
import type { Area, Surroundings } from './area'
import { CreatedPlants } from './created-plants'
import { Desk } from './desk'
import { Findings } from './findings'
import { freePort } from './free-port'
import { IssuedPackages } from './issued-packages'
import { LivePlants } from './live-plants'
import { loadAndKill } from './load-and-kill'
import { SuspendedPlants } from './suspended-plants'

const shortestLoadMs = 300
const longestLoadMs = 1500
/** Between two kills; whoever waits longer than this waits in vain. */
const roundLimitMs = 60_000

const administrator = { username: 'admin', password: 'plantdeck-demo' }
/** One sign-in is for the whole run: sessions survive as well. */
const flags = ['--plants', '0', '--field', '0', '--access-token-seconds', '86400']

interface KillRun {
  times: number
  seed: number
  /** A new one. */
  dataFolder: string
  /** Ends the platform, and the run with it, at any moment; whoever started the run aborts it at the end. */
  signal: AbortSignal
  say?: (line: string) => void
}

/** Kills the platform under load, again and again on the same data; gives what was found, and stops at what broke. */
export async function runKills(run: KillRun): Promise<Findings> {
  const { times, seed, dataFolder, signal, say } = run
  const findings = new Findings()
  const random = new Random(seed, 0)
  const areas = [CreatedPlants, LivePlants, IssuedPackages, SuspendedPlants].map(
    (WorkArea): Area => new WorkArea(seed),
  )
  const lookAround = lookerAt(areas, findings)
  const broker = ['--mqtt-port', String(await freePort(random))]
  const start = () => startSandbox(['--data', dataFolder, ...broker, ...flags], signal)
  try {
    for (let kill = 1; kill <= times; kill += 1) {
      await within(roundLimitMs, async () => {
        const platform = await start()
        const surroundings = await lookAround(platform)
        if (findings.broken.length > 0) return
        const afterMs = random.integer(shortestLoadMs, longestLoadMs)
        await loadAndKill(platform, { surroundings, areas, afterMs })
        say?.(`kill ${kill} after ${afterMs} ms: ${findings.summary()}`)
      })
      if (findings.broken.length > 0) return findings
    }
    await within(roundLimitMs, async () => {
      const platform = await start()
      const surroundings = await lookAround(platform)
      // What the last kill left without an answer was asked again, and is looked at too.
      await checkAll(areas, surroundings)
      await platform.stop('SIGTERM')
    })
    return findings
  } finally {
    for (const area of areas) area.end?.()
  }
}

/** Looks at a platform that has just started; the first time it also prepares the work. */
function lookerAt(areas: readonly Area[], findings: Findings) {
  let known: { token: string; authority: string } | null = null
  return async ({ url }: SandboxProcess): Promise<Surroundings> => {
    const token = known?.token ?? (await new ApiClient(url).signIn(administrator))
    const surroundings = { desk: new Desk(url, token), findings }
    const authority = await surroundings.desk.authorityCertificate()
    findings.claim(
      authority === (known?.authority ?? authority),
      'the authority is another one than before',
    )
    if (!known) for (const area of areas) await area.prepare?.(surroundings)
    known = { token, authority }
    if (findings.broken.length > 0) return surroundings
    for (const area of areas) await area.reconnect?.()
    await checkAll(areas, surroundings)
    return surroundings
  }
}

async function checkAll(areas: readonly Area[], surroundings: Surroundings): Promise<void> {
  await Promise.all(areas.map((area) => area.check(surroundings)))
}

async function within(ms: number, work: () => Promise<void>): Promise<void> {
  const calledOff = new AbortController()
  const late = passing(ms, undefined, { signal: calledOff.signal }).then(() => {
    throw new Error(`a round was not over after ${ms / 1000} s`)
  })
  try {
    await Promise.race([work(), late])
  } finally {
    late.catch(() => undefined)
    calledOff.abort()
  }
}
