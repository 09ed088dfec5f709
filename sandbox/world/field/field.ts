import { Random } from '#sandbox/world/fleet/random'
import { seedOf } from '#sandbox/world/site-model/noise'
import { type Behaviour, drawBehaviour } from './behaviour'
import type { PlantEvent } from './plant-event'
import type { Connect } from './plant-link'
import type { PlantPackage } from './plant-package'
import { SimulatedPlant, type SimulatedPlantOptions } from './simulated-plant'

/** A plant of the field; what it is not given, it draws by the field's seed and its own id. */
export interface FieldPlant extends Pick<SimulatedPlantOptions, 'package' | 'site' | 'signals'> {
  behaviour?: Behaviour
  /** Overrides the behaviour's. */
  state?: Behaviour['state']
}

interface FieldOptions {
  seed: number
  /** Told of everything, with the plant that it happens at. */
  onEvent?: (plantId: string, event: PlantEvent) => void
  connect?: Connect
}

/** A whole fleet does not connect in the same millisecond. */
const spreadMs = 7

/** Simulated plants, each a client of its own. It knows packages and MQTT, and could run anywhere. */
export class Field {
  readonly #options: FieldOptions
  readonly #plants = new Map<string, SimulatedPlant>()
  #nextStartMs = 0

  constructor(options: FieldOptions) {
    this.#options = options
  }

  get plantIds(): string[] {
    return [...this.#plants.keys()]
  }

  get connectedPlants(): number {
    return [...this.#plants.values()].filter(({ isConnected }) => isConnected).length
  }

  has(plantId: string): boolean {
    return this.#plants.has(plantId)
  }

  /** Adds a plant and starts it; one that is there already takes over the package. */
  add({ behaviour, state, ...plant }: FieldPlant): void {
    const { plantId } = plant.package
    if (this.has(plantId)) {
      this.install(plantId, plant.package)
      return
    }
    const seed = seedOf(`${this.#options.seed}/${plantId}`)
    const drawn = behaviour ?? drawBehaviour(new Random(seed, seedOf('behaviour')))
    const { onEvent, connect } = this.#options
    const simulated = new SimulatedPlant({
      ...plant,
      seed,
      behaviour: { ...drawn, ...(state && { state }) },
      ...(connect && { connect }),
      ...(onEvent && { onEvent: (event) => onEvent(plantId, event) }),
    })
    this.#plants.set(plantId, simulated)
    const now = Date.now()
    this.#nextStartMs = Math.max(now, this.#nextStartMs + spreadMs)
    simulated.start(this.#nextStartMs - now)
  }

  /** Brings new credentials to a plant; false when there is no such plant. */
  install(plantId: string, plant: PlantPackage): boolean {
    const simulated = this.#plants.get(plantId)
    if (!simulated) return false
    void simulated.install(plant)
    return true
  }

  /** Takes a plant away; resolves when it is gone. */
  async remove(plantId: string): Promise<void> {
    const simulated = this.#plants.get(plantId)
    this.#plants.delete(plantId)
    await simulated?.stop()
  }

  /** Ends all plants. */
  async stop(): Promise<void> {
    await Promise.all(this.plantIds.map((plantId) => this.remove(plantId)))
  }
}
