import { Random } from '#sandbox/world/fleet/random'
import type { Answer } from '#sandbox/proof/testing/api-client'
import type { Area, Load, Surroundings } from './area'
import { isReplayed } from './desk'

const writers = [0, 1]

interface Creation {
  key: string
  serialNumber: string
}

/** Plants that are created: one that was answered is there, one that was not is there once after asking again. */
export class CreatedPlants implements Area {
  readonly #random: Random
  readonly #idOf = new Map<string, string>()
  #unanswered: Creation[] = []
  #created = 0

  constructor(seed: number) {
    this.#random = new Random(seed, 1)
  }

  async work(load: Load): Promise<void> {
    await Promise.all(writers.map(() => this.#write(load)))
  }

  async check({ desk, findings }: Surroundings): Promise<void> {
    const rows = await desk.all('')
    const found = new Map(rows.map((row) => [String(row['serialNumber']), String(row['id'])]))
    findings.claim(found.size === rows.length, 'a serial number is in the list twice')
    for (const [serialNumber, id] of this.#idOf) {
      findings.claim(
        found.get(serialNumber) === id,
        `plant ${serialNumber} was answered 201 as ${id}; the list has ${found.get(serialNumber)}`,
      )
    }
    for (const creation of this.#unanswered.splice(0)) {
      const { serialNumber } = creation
      const before = found.get(serialNumber)
      findings.unanswered(before !== undefined)
      const answer = await desk.postAgain('', request(creation))
      const id = this.#note(answer, creation, { findings })
      findings.claim(
        isReplayed(answer) === (before !== undefined) && (before ?? id) === id,
        `plant ${serialNumber} was ${before} before its creation was asked again, and ${id} after it`,
      )
    }
  }

  async #write(load: Load): Promise<void> {
    while (!load.isOver) {
      this.#created += 1
      const creation = { key: this.#random.uuid(), serialNumber: `KILL-${this.#created}` }
      const answer = await load.desk.post('', request(creation))
      if (answer) this.#note(answer, creation, load)
      else this.#unanswered.push(creation)
      await load.pause(this.#random)
    }
  }

  #note(
    { status, json }: Answer,
    { serialNumber }: Creation,
    { findings }: Pick<Surroundings, 'findings'>,
  ): string {
    findings.claim(status === 201, `creating ${serialNumber} answered ${status}`)
    findings.count('plants')
    const id = String(json['id'])
    this.#idOf.set(serialNumber, id)
    return id
  }
}

function request({ key, serialNumber }: Creation) {
  return { key, body: { name: 'Killed', serialNumber, type: 'SENSOR' } }
}
