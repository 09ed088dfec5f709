import { type Behaviour, drawBehaviour } from './behaviour'
import type { PlantEvent } from './plant-event'
import type { Connect } from './plant-link'
import type { PlantPackage } from './plant-package'
import { SimulatedPlant, type SimulatedPlantOptions } from './simulated-plant'
import { Random } from '#sandbox/world/fleet/random'
import { seedOf } from '#sandbox/world/site-model/noise'

/** Plant of the field; omitted properties are drawn from the field's seed and the plant's ID. */
export interface FieldPlant extends Pick<SimulatedPlantOptions, 'package' | 'site' | 'signals'> {
  behaviour?: Behaviour
  /** Overrides the state of the behaviour. */
  state?: Behaviour['state']
}

interface FieldOptions {
  seed: number
  /** Receives every event with the ID of its plant. */
  onEvent?: (plantId: string, event: PlantEvent) => void
  connect?: Connect
}

/** Delay (ms) between the starts of two plants, so that a fleet doesn't connect all at once. */
const spreadMs = 7

/** Simulated plants, each with its own client. The field uses only packages and MQTT, and could run anywhere. */
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

  /** Adds a plant and starts it; an existing plant gets the new package. */
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

  /** Installs new credentials on a plant; returns false for an unknown plant. */
  install(plantId: string, plant: PlantPackage): boolean {
    const simulated = this.#plants.get(plantId)
    if (!simulated) return false
    void simulated.install(plant)
    return true
  }

  async remove(plantId: string): Promise<void> {
    const simulated = this.#plants.get(plantId)
    this.#plants.delete(plantId)
    await simulated?.stop()
  }

  async stop(): Promise<void> {
    await Promise.all(this.plantIds.map((plantId) => this.remove(plantId)))
  }
}
