// An engine of a run with a platform and a disk that do as they are told, for the tests of the engine. Timers are faked.
import { vi } from 'vitest'
import { RunEngine } from './run-engine'
import { ApiError } from '@/api/errors'
import type { PlantDetail } from '@/api/plant-schemas'
import { type Run, newRun, stateIn } from '@/domain/runs/run-progress'
import type { RunRow } from '@/domain/runs/run-row'
import type { RunSettings } from '@/domain/runs/run-settings'
import { testDocument, testReadPlant, testRunPlant } from '@/domain/runs/test-runs'

type Action = Run['document']['action']

interface World {
  /** Steps that were done, in order. */
  calls: string[]
  /** Rows on disk, by index. */
  disk: Map<number, RunRow>
  read: (plantId: string) => Promise<PlantDetail>
  send: (plantId: string) => Promise<string | undefined>
  store: (at: number) => Promise<void>
  storeProgress: () => Promise<void>
}

/** An engine with ports that do as they are told; by default everything succeeds, and no plant answers. */
export function engineOf(
  change: Partial<World> = {},
  settings: Partial<RunSettings> = {},
  action?: Action,
) {
  const world: World = {
    calls: [],
    disk: new Map(),
    read: async (id) => testReadPlant(id, { alerts: null }),
    send: async (id) => `record of ${id}`,
    store: async () => undefined,
    storeProgress: async () => undefined,
    ...change,
  }
  const plants = Array.from({ length: 4 }, (_, at) => testRunPlant(`p${at}`))
  const all = { canary: 3, concurrency: 1, perMinute: 600, ...settings }
  const run = newRun(testDocument(plants, all, action && { action }))
  const engine = new RunEngine(run, {
    requests: {
      readPlant: (id) => {
        world.calls.push(`read ${id}`)
        return world.read(id)
      },
      readHistory: async () => ({
        commands: [],
        hasMore: false,
        unreadableRows: 0,
        readAtMs: Date.now(),
      }),
      send: (_action, { plantId }) => {
        world.calls.push(`send ${plantId}`)
        return world.send(plantId)
      },
    },
    storeRow: async (at, row) => {
      world.calls.push(`store ${at} ${stateIn(engine.current, row)}`)
      await world.store(at)
      world.disk.set(at, row)
    },
    storeProgress: () => world.storeProgress(),
    onChange: () => undefined,
  })
  engine.tell({ kind: 'start' })
  return { engine, world }
}

/** Lets what was begun go on, without time passing. */
export const settle = () => vi.advanceTimersByTimeAsync(0)

export async function step({ engine }: { engine: RunEngine }, times = 1) {
  for (let time = 0; time < times; time += 1) {
    engine.step()
    await settle()
    await vi.advanceTimersByTimeAsync(100)
  }
}

export const stateOf = ({ current }: RunEngine, at = 0) => {
  const row = current.rows[at]
  return row && stateIn(current, row)
}
export const sends = ({ calls }: World) => calls.filter((call) => call.startsWith('send'))
export const api = (status: number, code = 'X') => new ApiError('sendCommand', status, { code })

const refuse = () => undefined

/** A port that waits until the test decides its outcome. */
export function held<T>() {
  let [resolve, reject]: [(value: T) => void, (error: Error) => void] = [refuse, refuse]
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { port: () => promise, resolve, reject }
}
