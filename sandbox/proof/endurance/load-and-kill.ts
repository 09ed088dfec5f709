import { setTimeout as passing } from 'node:timers/promises'
import type { SandboxProcess } from '#sandbox/proof/bench/sandbox-process'
import type { Area, Load, Surroundings } from './area'

/** From this long before the kill on, nobody pauses. */
const denseMs = 150
const longestPauseMs = 40

interface Killing {
  surroundings: Surroundings
  areas: readonly Area[]
  afterMs: number
}

/** Lets everybody work for a time, and kills the platform in the middle of it. */
export async function loadAndKill(
  platform: SandboxProcess,
  { surroundings, areas, afterMs }: Killing,
): Promise<void> {
  const denseFrom = performance.now() + afterMs - denseMs
  const state = { isOver: false }
  const load: Load = {
    ...surroundings,
    get isOver() {
      return state.isOver
    },
    pause: async (random) => {
      const pauseMs = random.between(0, longestPauseMs)
      if (performance.now() < denseFrom) await passing(pauseMs)
    },
  }
  const working = Promise.all(areas.map((area) => area.work(load)))
  await Promise.race([passing(afterMs), working])
  state.isOver = true
  const { findings } = surroundings
  findings.claim(!platform.hasEnded(), 'the platform ended before it was killed')
  findings.claim(platform.complaint() === '', `the platform said: ${platform.complaint()}`)
  await platform.stop('SIGKILL')
  await working
}
