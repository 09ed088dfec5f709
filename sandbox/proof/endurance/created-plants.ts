import { isReplayed } from './plants-api'
import type { Workload, Load, RunContext } from './workload'
import type { ApiResponse } from '#sandbox/proof/testing/api-client'
import { Random } from '#sandbox/world/fleet/random'

const writers = [0, 1]

interface Creation {
  key: string
  serialNumber: string
}

/** Creates plants: a confirmed creation is stored; one without a response exists once after it was repeated. */
export class CreatedPlants implements Workload {
  readonly #random: Random
  readonly #idOf = new Map<string, string>()
  #unconfirmed: Creation[] = []
  #created = 0

  constructor(seed: number) {
    this.#random = new Random(seed, 1)
  }

  async work(load: Load): Promise<void> {
    await Promise.all(writers.map(() => this.#write(load)))
  }

  async check({ api, findings }: RunContext): Promise<void> {
    const rows = await api.all('')
    const found = new Map(rows.map((row) => [String(row['serialNumber']), String(row['id'])]))
    findings.claim(found.size === rows.length, 'a serial number appears in the list twice')
    for (const [serialNumber, id] of this.#idOf) {
      findings.claim(
        found.get(serialNumber) === id,
        `plant ${serialNumber} was created as ${id}; the list has ${found.get(serialNumber)}`,
      )
    }
    for (const creation of this.#unconfirmed.splice(0)) {
      const { serialNumber } = creation
      const before = found.get(serialNumber)
      findings.unconfirmed(before !== undefined)
      const response = await api.postAgain('', request(creation))
      const id = this.#note(response, creation, { findings })
      findings.claim(
        isReplayed(response) === (before !== undefined) && (before ?? id) === id,
        `plant ${serialNumber} had ID ${before} before its creation was repeated, and ${id} afterwards`,
      )
    }
  }

  async #write(load: Load): Promise<void> {
    while (!load.isOver) {
      this.#created += 1
      const creation = { key: this.#random.uuid(), serialNumber: `KILL-${this.#created}` }
      const response = await load.api.post('', request(creation))
      if (response) this.#note(response, creation, load)
      else this.#unconfirmed.push(creation)
      await load.pause(this.#random)
    }
  }

  #note(
    { status, json }: ApiResponse,
    { serialNumber }: Creation,
    { findings }: Pick<RunContext, 'findings'>,
  ): string {
    findings.claim(status === 201, `creating ${serialNumber} returned ${status}`)
    findings.count('plants')
    const id = String(json['id'])
    this.#idOf.set(serialNumber, id)
    return id
  }
}

function request({ key, serialNumber }: Creation) {
  return { key, body: { name: 'Killed', serialNumber, type: 'SENSOR' } }
}
