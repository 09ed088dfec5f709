import { Random } from '#sandbox/world/fleet/random'
import type { Answer } from '#sandbox/proof/testing/api-client'
import type { Area, Load, Surroundings } from './area'
import { type Desk, isReplayed } from './desk'
import type { Findings } from './findings'
import { LivePlant, powerKw } from './live-plant'

const authMethods = ['MTLS', 'MTLS', 'MTLS', 'MTLS', 'TOKEN', 'PASSWORD']
const writers = [0, 1]
const msPerHour = 3_600_000
/** The API rounds to a thousandth, kWh. */
const roundingKwh = 0.001

/** A command that somebody asked for. */
interface Asked {
  plantId: string
  /** Idempotency-Key, which the payload carries as well. */
  key: string
}

/** Connected plants: commands are logged before they are sent, sent once, and acks and samples are kept. */
export class LivePlants implements Area {
  readonly #random: Random
  readonly #answered: (Asked & { cmdId: string })[] = []
  readonly #energy = new Map<string, { date: string; produced: number }>()
  #plants: LivePlant[] = []
  #unanswered: Asked[] = []

  constructor(seed: number) {
    this.#random = new Random(seed, 2)
  }

  async prepare({ desk, findings }: Surroundings): Promise<void> {
    for (const [at, authMethod] of authMethods.entries()) {
      const issued = await desk.newPackage(`LIVE-${at}`, authMethod)
      this.#plants.push(new LivePlant(issued, findings))
    }
  }

  async reconnect(): Promise<void> {
    await Promise.all(this.#plants.map((plant) => plant.connect()))
  }

  async work(load: Load): Promise<void> {
    await Promise.all([
      ...this.#plants.map((plant) => plant.report(load)),
      ...writers.map(() => this.#write(load)),
    ])
  }

  async check({ desk, findings }: Surroundings): Promise<void> {
    const timesLogged = new Map<string, number>()
    await Promise.all(
      this.#plants.map(async (plant) => {
        await this.#checkHistory(plant, desk, { findings, timesLogged })
        await this.#checkEnergy(plant, desk, findings)
      }),
    )
    for (const { key } of this.#answered) {
      const times = timesLogged.get(key) ?? 0
      findings.claim(times === 1, `the command of Idempotency-Key ${key} is logged ${times} times`)
    }
    for (const asked of this.#unanswered.splice(0)) {
      const before = timesLogged.get(asked.key) ?? 0
      findings.unanswered(before > 0)
      const answer = await desk.postAgain(`/${asked.plantId}/commands`, request(asked))
      this.#note(answer, asked, findings)
      findings.claim(
        before <= 1 && isReplayed(answer) === (before === 1),
        `a command without an answer (${asked.key}) was logged ${before} times before it was asked again`,
      )
    }
  }

  end(): void {
    for (const plant of this.#plants) plant.end()
  }

  async #write(load: Load): Promise<void> {
    while (!load.isOver) {
      const plant = this.#plants[this.#random.integer(0, this.#plants.length - 1)]
      if (!plant) return
      const asked = { plantId: plant.plantId, key: this.#random.uuid() }
      const answer = await load.desk.post(`/${asked.plantId}/commands`, request(asked))
      if (answer) this.#note(answer, asked, load.findings)
      else this.#unanswered.push(asked)
      await load.pause(this.#random)
    }
  }

  #note({ status, json }: Answer, asked: Asked, findings: Findings): void {
    findings.claim(status === 201, `sending a command answered ${status}`)
    findings.count('commands')
    this.#answered.push({ ...asked, cmdId: String(json['cmdId']) })
  }

  async #checkHistory(
    plant: LivePlant,
    desk: Desk,
    { findings, timesLogged }: { findings: Findings; timesLogged: Map<string, number> },
  ): Promise<void> {
    // Before the history is read: what is acknowledged meanwhile need not be in it.
    const [acked, received] = [[...plant.acked], [...plant.received]]
    const logged = new Map<string, Record<string, unknown>>()
    for (const row of await desk.all(`/${plant.plantId}/commands`)) {
      const cmdId = String(row['cmdId'])
      findings.claim(!logged.has(cmdId), `${cmdId} is in the history twice`)
      logged.set(cmdId, row)
      const key = String((row['payload'] as { request?: unknown }).request)
      timesLogged.set(key, (timesLogged.get(key) ?? 0) + 1)
    }
    for (const { plantId, cmdId } of this.#answered) {
      const isThere = plantId !== plant.plantId || logged.has(cmdId)
      findings.claim(isThere, `command ${cmdId} was answered 201 and is not in the history`)
    }
    for (const cmdId of received) {
      findings.claim(logged.has(cmdId), `command ${cmdId} was sent, and is not in the history`)
    }
    for (const cmdId of acked) {
      const { ackedAt, sentAt, responseStatus } = logged.get(cmdId) ?? {}
      findings.claim(
        typeof ackedAt === 'string' && typeof sentAt === 'string' && responseStatus === 'OK',
        `the ack of ${cmdId} was acknowledged; the history has ackedAt ${String(ackedAt)}`,
      )
    }
  }

  /** Between what was acknowledged and what was sent; never less than before. */
  async #checkEnergy(plant: LivePlant, desk: Desk, findings: Findings): Promise<void> {
    const { taken } = plant
    const { json } = await desk.get(`/${plant.plantId}/energy/today`)
    const { sent } = plant
    if (!sent || !taken) return
    const date = String(json['date'])
    const [produced, exported, imported] = ['produced', 'exported', 'imported'].map((name) =>
      Number(json[name]),
    )
    const energyOf = ({ firstMs, lastMs }: { firstMs: number; lastMs: number }) =>
      Math.max(0, lastMs - Math.max(firstMs, Date.parse(date))) * (powerKw / msPerHour)
    const former = this.#energy.get(plant.plantId)
    const least = Math.max(
      energyOf(taken) - roundingKwh,
      former?.date === date ? former.produced : 0,
    )
    const most = energyOf(sent) + roundingKwh
    for (const measured of [produced, exported]) {
      findings.claim(
        measured !== undefined && measured >= least && measured <= most,
        `the energy of ${plant.plantId} is ${measured} kWh, not between ${least} and ${most}`,
      )
    }
    findings.claim(imported === 0, `${plant.plantId} has imported ${imported} kWh`)
    this.#energy.set(plant.plantId, { date, produced: produced ?? 0 })
  }
}

function request({ key }: Asked) {
  return { key, body: { command: 'GET_INFO', payload: { request: key } } }
}
