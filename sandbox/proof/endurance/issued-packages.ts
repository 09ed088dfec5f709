import { type PlantPackage, readPackage } from '#sandbox/world/field/plant-package'
import { Random } from '#sandbox/world/fleet/random'
import type { Answer } from '#sandbox/proof/testing/api-client'
import type { Area, Load, Surroundings } from './area'
import { checkPackage } from './check-package'
import { isReplayed } from './desk'

/** Each writer has two of them. */
const authMethods = [
  ['MTLS', 'TOKEN'],
  ['MTLS', 'PASSWORD'],
]

interface Step {
  key: string
  name: 'provision' | 'rotate-secret'
}

/** A plant whose credentials are renewed, with what was answered last. */
interface Plant {
  current: PlantPackage
  former: PlantPackage | null
  /** The secret of the rotation since; it is made once for each package. */
  rotated: string | null
  unanswered: Step | null
}

/** Plants that are provisioned again and again: the last package lets in, the one before it does not. */
export class IssuedPackages implements Area {
  readonly #randoms: Random[]
  readonly #plants: Plant[][] = []

  constructor(seed: number) {
    this.#randoms = authMethods.map((_, writer) => new Random(seed, 10 + writer))
  }

  async prepare({ desk }: Surroundings): Promise<void> {
    for (const [writer, methods] of authMethods.entries()) {
      const plants: Plant[] = []
      for (const authMethod of methods) {
        const current = await desk.newPackage(`ISSUED-${writer}-${authMethod}`, authMethod)
        plants.push({ current, former: null, rotated: null, unanswered: null })
      }
      this.#plants.push(plants)
    }
  }

  async work(load: Load): Promise<void> {
    await Promise.all(
      this.#randoms.map((random, writer) => this.#write(load, random, this.#plants[writer] ?? [])),
    )
  }

  async check(surroundings: Surroundings): Promise<void> {
    await Promise.all(this.#plants.flat().map((plant) => checkPlant(plant, surroundings)))
  }

  async #write(load: Load, random: Random, plants: readonly Plant[]): Promise<void> {
    while (!load.isOver) {
      const plant = plants[random.integer(0, plants.length - 1)]
      if (!plant) return
      const name = plant.rotated === null && random.chance(0.4) ? 'rotate-secret' : 'provision'
      const step: Step = { key: random.uuid(), name }
      const answer = await load.desk.post(`/${plant.current.plantId}/${name}`, step)
      if (answer) take(plant, step, answer, load)
      else plant.unanswered = step
      await load.pause(random)
    }
  }
}

async function checkPlant(plant: Plant, { desk, findings }: Surroundings): Promise<void> {
  const step = plant.unanswered
  const isCarriedOut = step !== null && (await wasCarriedOut(plant, step, desk))
  const { current, former, rotated } = plant
  const secret = rotated ?? current.security.hmacSecret
  await checkPackage({ current, former, secret }, { desk, findings })
  if (!step) return
  findings.unanswered(isCarriedOut)
  const answer = await desk.postAgain(`/${current.plantId}/${step.name}`, step)
  // Its secrets are not shown a second time.
  findings.claim(
    answer.status === (isCarriedOut ? 409 : 200) && isReplayed(answer) === isCarriedOut,
    `${step.name} asked again answered ${answer.status}; it had ${isCarriedOut ? '' : 'not '}been carried out`,
  )
  if (answer.status === 200) take(plant, step, answer, { findings })
  plant.unanswered = null
}

/** Whether a step that had no answer was carried out; then its outcome is the plant's. */
async function wasCarriedOut(
  plant: Plant,
  { name }: Step,
  desk: Surroundings['desk'],
): Promise<boolean> {
  const { plantId } = plant.current
  if (name === 'rotate-secret') {
    const { secretRotatedAt } = (await desk.get(`/${plantId}`)).json
    if (secretRotatedAt === null) return false
    // The new secret is lost; the former one holds for an hour.
    plant.rotated = plant.current.security.hmacSecret
    return true
  }
  const download = await desk.get(`/${plantId}/provision/download`)
  // A rotation ends the download of the package before it; a new package can be had again.
  if (download.status !== 200) return false
  const found = readPackage(download.text)
  if (found.security.hmacSecret === plant.current.security.hmacSecret) return false
  replace(plant, found)
  return true
}

function take(
  plant: Plant,
  { name }: Step,
  answer: Answer,
  { findings }: Pick<Surroundings, 'findings'>,
): void {
  findings.claim(answer.status === 200, `${name} answered ${answer.status}`)
  if (answer.status !== 200) return
  if (name === 'provision') {
    replace(plant, readPackage(answer.text))
    findings.count('packages')
  } else {
    plant.rotated = String(answer.json['hmacSecret'])
    findings.count('rotations')
  }
}

function replace(plant: Plant, issued: PlantPackage): void {
  plant.former = plant.current
  plant.current = issued
  plant.rotated = null
}
