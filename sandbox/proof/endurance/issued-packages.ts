import { checkPackage } from './check-package'
import { isReplayed } from './plants-api'
import type { Workload, Load, RunContext } from './workload'
import type { ApiResponse } from '#sandbox/proof/testing/api-client'
import { type PlantPackage, readPackage } from '#sandbox/world/field/plant-package'
import { Random } from '#sandbox/world/fleet/random'

/** Authentication methods of the two plants per writer. */
const authMethods = [
  ['MTLS', 'TOKEN'],
  ['MTLS', 'PASSWORD'],
]

interface Step {
  key: string
  name: 'provision' | 'rotate-secret'
}

interface Plant {
  current: PlantPackage
  previous: PlantPackage | null
  /** Secret from a rotation after provisioning; each package is rotated once at most. */
  rotated: string | null
  unconfirmed: Step | null
}

/** Workload that provisions plants repeatedly: the last package can connect, the one before it cannot. */
export class IssuedPackages implements Workload {
  readonly #randoms: Random[]
  readonly #plants: Plant[][] = []

  constructor(seed: number) {
    this.#randoms = authMethods.map((_, writer) => new Random(seed, 10 + writer))
  }

  async prepare({ api }: RunContext): Promise<void> {
    for (const [writer, methods] of authMethods.entries()) {
      const plants: Plant[] = []
      for (const authMethod of methods) {
        const current = await api.newPackage(`ISSUED-${writer}-${authMethod}`, authMethod)
        plants.push({ current, previous: null, rotated: null, unconfirmed: null })
      }
      this.#plants.push(plants)
    }
  }

  async work(load: Load): Promise<void> {
    await Promise.all(
      this.#randoms.map((random, writer) => this.#write(load, random, this.#plants[writer] ?? [])),
    )
  }

  async check(context: RunContext): Promise<void> {
    await Promise.all(this.#plants.flat().map((plant) => checkPlant(plant, context)))
  }

  async #write(load: Load, random: Random, plants: readonly Plant[]): Promise<void> {
    while (!load.isOver) {
      const plant = plants[random.integer(0, plants.length - 1)]
      if (!plant) return
      const name = plant.rotated === null && random.chance(0.4) ? 'rotate-secret' : 'provision'
      const step: Step = { key: random.uuid(), name }
      const response = await load.api.post(`/${plant.current.plantId}/${name}`, step)
      if (response) take(plant, step, response, load)
      else plant.unconfirmed = step
      await load.pause(random)
    }
  }
}

async function checkPlant(plant: Plant, { api, findings }: RunContext): Promise<void> {
  const step = plant.unconfirmed
  const isCompleted = step !== null && (await wasCompleted(plant, step, api))
  const { current, previous, rotated } = plant
  const secret = rotated ?? current.security.hmacSecret
  await checkPackage({ current, previous, secret }, { api, findings })
  if (!step) return
  findings.unconfirmed(isCompleted)
  const response = await api.postAgain(`/${current.plantId}/${step.name}`, step)
  // Secrets are not returned a second time.
  findings.claim(
    response.status === (isCompleted ? 409 : 200) && isReplayed(response) === isCompleted,
    `repeating ${step.name} returned ${response.status}, although it was ${isCompleted ? '' : 'not '}completed before`,
  )
  if (response.status === 200) take(plant, step, response, { findings })
  plant.unconfirmed = null
}

/** Returns true if a step without a response was completed; its result is then applied to the plant. */
async function wasCompleted(
  plant: Plant,
  { name }: Step,
  api: RunContext['api'],
): Promise<boolean> {
  const { plantId } = plant.current
  if (name === 'rotate-secret') {
    const { secretRotatedAt } = (await api.get(`/${plantId}`)).json
    if (secretRotatedAt === null) return false
    // The new secret is lost, but the previous one stays valid for an hour.
    plant.rotated = plant.current.security.hmacSecret
    return true
  }
  const download = await api.get(`/${plantId}/provision/download`)
  // A rotation ends the download of the previous package; a new package can be downloaded again.
  if (download.status !== 200) return false
  const found = readPackage(download.text)
  if (found.security.hmacSecret === plant.current.security.hmacSecret) return false
  replace(plant, found)
  return true
}

function take(
  plant: Plant,
  { name }: Step,
  response: ApiResponse,
  { findings }: Pick<RunContext, 'findings'>,
): void {
  findings.claim(response.status === 200, `${name} returned ${response.status}`)
  if (response.status !== 200) return
  if (name === 'provision') {
    replace(plant, readPackage(response.text))
    findings.count('packages')
  } else {
    plant.rotated = String(response.json['hmacSecret'])
    findings.count('rotations')
  }
}

function replace(plant: Plant, issued: PlantPackage): void {
  plant.previous = plant.current
  plant.current = issued
  plant.rotated = null
}
