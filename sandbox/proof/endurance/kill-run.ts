import { setTimeout as passing } from 'node:timers/promises'
import { CreatedPlants } from './created-plants'
import { Findings } from './findings'
import { freePort } from './free-port'
import { IssuedPackages } from './issued-packages'
import { LivePlants } from './live-plants'
import { loadAndKill } from './load-and-kill'
import { PlantsApi } from './plants-api'
import { SuspendedPlants } from './suspended-plants'
import type { Workload, RunContext } from './workload'
import { type SandboxProcess, startSandbox } from '#sandbox/proof/bench/sandbox-process'
import { ApiClient } from '#sandbox/proof/testing/api-client'
import { Random } from '#sandbox/world/fleet/random'
import { minuteMs } from '@/lib/instants'

const minLoadMs = 300
const maxLoadMs = 1500
const roundLimitMs = minuteMs

const administrator = { username: 'admin', password: 'plantdeck-demo' }
/** Flags for a single sign-in during the whole run, because sessions survive as well. */
const flags = ['--plants', '0', '--field', '0', '--access-token-seconds', '86400']

interface KillRun {
  times: number
  seed: number
  /** Empty at the start, and used by this run only. */
  dataFolder: string
  /** Stops the platform, and the run with it, at any time; the caller aborts it at the end. */
  signal: AbortSignal
  say?: (line: string) => void
}

/** Kills the platform under load repeatedly on the same data; returns the findings, and stops at the first failure. */
export async function runKills(run: KillRun): Promise<Findings> {
  const { times, seed, dataFolder, signal, say } = run
  const findings = new Findings()
  const random = new Random(seed, 0)
  const workloads = [CreatedPlants, LivePlants, IssuedPackages, SuspendedPlants].map(
    (Work): Workload => new Work(seed),
  )
  const checkStart = createStartCheck(workloads, findings)
  const broker = ['--mqtt-port', String(await freePort(random))]
  const start = () => startSandbox(['--data', dataFolder, ...broker, ...flags], signal)
  try {
    for (let kill = 1; kill <= times; kill += 1) {
      await within(roundLimitMs, async () => {
        const platform = await start()
        const context = await checkStart(platform)
        if (findings.broken.length > 0) return
        const afterMs = random.integer(minLoadMs, maxLoadMs)
        await loadAndKill(platform, { context, workloads, afterMs })
        say?.(`kill ${kill} after ${afterMs} ms: ${findings.summary()}`)
      })
      if (findings.broken.length > 0) return findings
    }
    await within(roundLimitMs, async () => {
      const platform = await start()
      const context = await checkStart(platform)
      // Requests that the last kill left without a response were repeated, so the result is checked too.
      await checkAll(workloads, context)
      await platform.stop('SIGTERM')
    })
    return findings
  } finally {
    for (const workload of workloads) workload.end?.()
  }
}

/** Returns a function that checks a started platform; on the first start it also prepares the workloads. */
function createStartCheck(workloads: readonly Workload[], findings: Findings) {
  let known: { token: string; authority: string } | null = null
  return async ({ url }: SandboxProcess): Promise<RunContext> => {
    const token = known?.token ?? (await new ApiClient(url).signIn(administrator))
    const context = { api: new PlantsApi(url, token), findings }
    const authority = await context.api.authorityCertificate()
    findings.claim(
      authority === (known?.authority ?? authority),
      'the certificate authority has changed',
    )
    if (!known) for (const workload of workloads) await workload.prepare?.(context)
    known = { token, authority }
    if (findings.broken.length > 0) return context
    for (const workload of workloads) await workload.reconnect?.()
    await checkAll(workloads, context)
    return context
  }
}

async function checkAll(workloads: readonly Workload[], context: RunContext): Promise<void> {
  await Promise.all(workloads.map((workload) => workload.check(context)))
}

async function within(ms: number, work: () => Promise<void>): Promise<void> {
  const calledOff = new AbortController()
  const late = passing(ms, undefined, { signal: calledOff.signal }).then(() => {
    throw new Error(`a round took longer than ${ms / 1000} s`)
  })
  try {
    await Promise.race([work(), late])
  } finally {
    late.catch(() => undefined)
    calledOff.abort()
  }
}
