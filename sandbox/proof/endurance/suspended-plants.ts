import { setTimeout as passing } from 'node:timers/promises'
import { type PlantsApi, isReplayed } from './plants-api'
import { canConnect } from './try-connect'
import type { Workload, Load, RunContext } from './workload'
import type { PlantPackage } from '#sandbox/world/field/plant-package'
import { Random } from '#sandbox/world/fleet/random'

const authMethods = ['MTLS', 'TOKEN', 'PASSWORD']
const activationLimitMs = 5000

interface Step {
  key: string
  name: 'suspend' | 'reactivate'
}

interface Plant {
  package: PlantPackage
  isSuspended: boolean
  unconfirmed: Step | null
}

/** Suspends and reactivates plants: their state matches the responses, and only active plants can connect. */
export class SuspendedPlants implements Workload {
  readonly #random: Random
  readonly #plants: Plant[] = []

  constructor(seed: number) {
    this.#random = new Random(seed, 3)
  }

  async prepare({ api }: RunContext): Promise<void> {
    for (const [at, authMethod] of authMethods.entries()) {
      const issued = await api.newPackage(`SUSPENDED-${at}`, authMethod)
      await canConnect(issued)
      await becomesActive(api, issued.plantId)
      this.#plants.push({ package: issued, isSuspended: false, unconfirmed: null })
    }
  }

  async work(load: Load): Promise<void> {
    while (!load.isOver) {
      const plant = this.#plants[this.#random.integer(0, this.#plants.length - 1)]
      if (!plant) return
      const name = plant.isSuspended ? 'reactivate' : 'suspend'
      const step: Step = { key: this.#random.uuid(), name }
      const response = await load.api.post(`/${plant.package.plantId}/${name}`, step)
      if (response) {
        load.findings.claim(response.status === 200, `${name} returned ${response.status}`)
        load.findings.count('suspensions')
        plant.isSuspended = name === 'suspend'
      } else {
        plant.unconfirmed = step
      }
      await load.pause(this.#random)
    }
  }

  async check(context: RunContext): Promise<void> {
    await Promise.all(this.#plants.map((plant) => checkPlant(plant, context)))
  }
}

async function checkPlant(plant: Plant, { api, findings }: RunContext): Promise<void> {
  const { plantId } = plant.package
  const step = plant.unconfirmed
  const { lifecycleStatus } = (await api.get(`/${plantId}`)).json
  const isUnchanged = lifecycleStatus === stateOf(plant.isSuspended)
  const isNext = step !== null && lifecycleStatus === stateOf(!plant.isSuspended)
  findings.claim(
    isUnchanged || isNext,
    `plant ${plantId} should be ${stateOf(plant.isSuspended)}, but is ${String(lifecycleStatus)}`,
  )
  if (isNext) plant.isSuspended = !plant.isSuspended
  const isConnected = await canConnect(plant.package)
  findings.claim(
    isConnected === !plant.isSuspended,
    `plant ${plantId} is ${stateOf(plant.isSuspended)} but could ${isConnected ? '' : 'not '}connect`,
  )
  if (!step) return
  findings.unconfirmed(isNext)
  const response = await api.postAgain(`/${plantId}/${step.name}`, step)
  findings.claim(
    response.status === 200 && isReplayed(response) === isNext,
    `repeating ${step.name} returned ${response.status}, although it was ${isNext ? '' : 'not '}completed before`,
  )
  plant.isSuspended = step.name === 'suspend'
  plant.unconfirmed = null
}

function stateOf(isSuspended: boolean): string {
  return isSuspended ? 'SUSPENDED' : 'ACTIVE'
}

/** Waits until a plant is ACTIVE, because only a plant that has connected can be suspended. */
async function becomesActive(api: PlantsApi, plantId: string): Promise<void> {
  const signal = AbortSignal.timeout(activationLimitMs)
  while ((await api.get(`/${plantId}`)).json['lifecycleStatus'] !== 'ACTIVE') {
    await passing(20, undefined, { signal })
  }
}
