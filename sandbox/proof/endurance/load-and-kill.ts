import { setTimeout as passing } from 'node:timers/promises'
import type { Workload, Load, RunContext } from './workload'
import type { SandboxProcess } from '#sandbox/proof/bench/sandbox-process'

/** Time (ms) before the kill without pauses. */
const denseMs = 150
const maxPauseMs = 40

interface Killing {
  context: RunContext
  workloads: readonly Workload[]
  afterMs: number
}

export async function loadAndKill(
  platform: SandboxProcess,
  { context, workloads, afterMs }: Killing,
): Promise<void> {
  const denseFrom = performance.now() + afterMs - denseMs
  const state = { isOver: false }
  const load: Load = {
    ...context,
    get isOver() {
      return state.isOver
    },
    pause: async (random) => {
      const pauseMs = random.between(0, maxPauseMs)
      if (performance.now() < denseFrom) await passing(pauseMs)
    },
  }
  const working = Promise.all(workloads.map((workload) => workload.work(load)))
  await Promise.race([passing(afterMs), working])
  state.isOver = true
  const { findings } = context
  findings.claim(!platform.hasEnded(), 'the platform exited before it was killed')
  findings.claim(
    platform.errorOutput() === '',
    `the platform logged errors: ${platform.errorOutput()}`,
  )
  await platform.stop('SIGKILL')
  await working
}
