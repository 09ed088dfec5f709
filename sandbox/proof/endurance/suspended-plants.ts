import { setTimeout as passing } from 'node:timers/promises'
import type { PlantPackage } from '#sandbox/world/field/plant-package'
import { Random } from '#sandbox/world/fleet/random'
import type { Area, Load, Surroundings } from './area'
import { type Desk, isReplayed } from './desk'
import { isLetIn } from './let-in'

const authMethods = ['MTLS', 'TOKEN', 'PASSWORD']
const activationLimitMs = 5000

interface Step {
  key: string
  name: 'suspend' | 'reactivate'
}

interface Plant {
  package: PlantPackage
  /** As it was answered last. */
  isSuspended: boolean
  unanswered: Step | null
}

/** Plants that are suspended and reactivated: as it was answered, and only an active one is let in. */
export class SuspendedPlants implements Area {
  readonly #random: Random
  readonly #plants: Plant[] = []

  constructor(seed: number) {
    this.#random = new Random(seed, 3)
  }

  async prepare({ desk }: Surroundings): Promise<void> {
    for (const [at, authMethod] of authMethods.entries()) {
      const issued = await desk.newPackage(`SUSPENDED-${at}`, authMethod)
      await isLetIn(issued)
      await becomesActive(desk, issued.plantId)
      this.#plants.push({ package: issued, isSuspended: false, unanswered: null })
    }
  }

  async work(load: Load): Promise<void> {
    while (!load.isOver) {
      const plant = this.#plants[this.#random.integer(0, this.#plants.length - 1)]
      if (!plant) return
      const name = plant.isSuspended ? 'reactivate' : 'suspend'
      const step: Step = { key: this.#random.uuid(), name }
      const answer = await load.desk.post(`/${plant.package.plantId}/${name}`, step)
      if (answer) {
        load.findings.claim(answer.status === 200, `${name} answered ${answer.status}`)
        load.findings.count('suspensions')
        plant.isSuspended = name === 'suspend'
      } else {
        plant.unanswered = step
      }
      await load.pause(this.#random)
    }
  }

  async check(surroundings: Surroundings): Promise<void> {
    await Promise.all(this.#plants.map((plant) => checkPlant(plant, surroundings)))
  }
}

async function checkPlant(plant: Plant, { desk, findings }: Surroundings): Promise<void> {
  const { plantId } = plant.package
  const step = plant.unanswered
  const { lifecycleStatus } = (await desk.get(`/${plantId}`)).json
  const isFormer = lifecycleStatus === stateOf(plant.isSuspended)
  const isNext = step !== null && lifecycleStatus === stateOf(!plant.isSuspended)
  findings.claim(
    isFormer || isNext,
    `plant ${plantId} was answered to be ${stateOf(plant.isSuspended)}; it is ${String(lifecycleStatus)}`,
  )
  if (isNext) plant.isSuspended = !plant.isSuspended
  const isIn = await isLetIn(plant.package)
  findings.claim(
    isIn === !plant.isSuspended,
    `plant ${plantId} is ${stateOf(plant.isSuspended)} and was ${isIn ? '' : 'not '}let in`,
  )
  if (!step) return
  findings.unanswered(isNext)
  const answer = await desk.postAgain(`/${plantId}/${step.name}`, step)
  findings.claim(
    answer.status === 200 && isReplayed(answer) === isNext,
    `${step.name} asked again answered ${answer.status}; it had ${isNext ? '' : 'not '}been carried out`,
  )
  plant.isSuspended = step.name === 'suspend'
  plant.unanswered = null
}

function stateOf(isSuspended: boolean): string {
  return isSuspended ? 'SUSPENDED' : 'ACTIVE'
}

/** Only a plant that has reported can be suspended. */
async function becomesActive(desk: Desk, plantId: string): Promise<void> {
  const signal = AbortSignal.timeout(activationLimitMs)
  while ((await desk.get(`/${plantId}`)).json['lifecycleStatus'] !== 'ACTIVE') {
    await passing(20, undefined, { signal })
  }
}
