import type { Findings } from './findings'
import { LivePlant, powerKw } from './live-plant'
import { type PlantsApi, isReplayed } from './plants-api'
import type { Workload, Load, RunContext } from './workload'
import type { ApiResponse } from '#sandbox/proof/testing/api-client'
import { Random } from '#sandbox/world/fleet/random'
import { hourMs } from '@/lib/instants'

const authMethods = ['MTLS', 'MTLS', 'MTLS', 'MTLS', 'TOKEN', 'PASSWORD']
const writers = [0, 1]
/** Rounding of energy in the API, kWh. */
const roundingKwh = 0.001

interface Asked {
  plantId: string
  /** Idempotency-Key, also sent in the payload. */
  key: string
}

/** Connected plants: commands are logged before they are sent, sent once, and acks and samples are stored. */
export class LivePlants implements Workload {
  readonly #random: Random
  readonly #confirmed: (Asked & { cmdId: string })[] = []
  readonly #energy = new Map<string, { date: string; produced: number }>()
  #plants: LivePlant[] = []
  #unconfirmed: Asked[] = []

  constructor(seed: number) {
    this.#random = new Random(seed, 2)
  }

  async prepare({ api, findings }: RunContext): Promise<void> {
    for (const [at, authMethod] of authMethods.entries()) {
      const issued = await api.newPackage(`LIVE-${at}`, authMethod)
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

  async check({ api, findings }: RunContext): Promise<void> {
    const timesLogged = new Map<string, number>()
    await Promise.all(
      this.#plants.map(async (plant) => {
        await this.#checkHistory(plant, api, { findings, timesLogged })
        await this.#checkEnergy(plant, api, findings)
      }),
    )
    for (const { key } of this.#confirmed) {
      const times = timesLogged.get(key) ?? 0
      findings.claim(
        times === 1,
        `the command with Idempotency-Key ${key} was logged ${times} times`,
      )
    }
    for (const asked of this.#unconfirmed.splice(0)) {
      const before = timesLogged.get(asked.key) ?? 0
      findings.unconfirmed(before > 0)
      const response = await api.postAgain(`/${asked.plantId}/commands`, request(asked))
      this.#note(response, asked, findings)
      findings.claim(
        before <= 1 && isReplayed(response) === (before === 1),
        `a command without a response (${asked.key}) was logged ${before} times before it was repeated`,
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
      const response = await load.api.post(`/${asked.plantId}/commands`, request(asked))
      if (response) this.#note(response, asked, load.findings)
      else this.#unconfirmed.push(asked)
      await load.pause(this.#random)
    }
  }

  #note({ status, json }: ApiResponse, asked: Asked, findings: Findings): void {
    findings.claim(status === 201, `sending a command returned ${status}`)
    findings.count('commands')
    this.#confirmed.push({ ...asked, cmdId: String(json['cmdId']) })
  }

  async #checkHistory(
    plant: LivePlant,
    api: PlantsApi,
    { findings, timesLogged }: { findings: Findings; timesLogged: Map<string, number> },
  ): Promise<void> {
    // These are copied before the history is read, because later acks may be missing from it.
    const [acked, received] = [[...plant.acked], [...plant.received]]
    const logged = new Map<string, Record<string, unknown>>()
    for (const row of await api.all(`/${plant.plantId}/commands`)) {
      const cmdId = String(row['cmdId'])
      findings.claim(!logged.has(cmdId), `${cmdId} appears in the history twice`)
      logged.set(cmdId, row)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every command of this run has such a payload
      const key = String((row['payload'] as { request?: unknown }).request)
      timesLogged.set(key, (timesLogged.get(key) ?? 0) + 1)
    }
    for (const { plantId, cmdId } of this.#confirmed) {
      const isThere = plantId !== plant.plantId || logged.has(cmdId)
      findings.claim(isThere, `command ${cmdId} got a 201 but is missing from the history`)
    }
    for (const cmdId of received) {
      findings.claim(logged.has(cmdId), `command ${cmdId} was sent but is missing from the history`)
    }
    for (const cmdId of acked) {
      const { ackedAt, sentAt, responseStatus } = logged.get(cmdId) ?? {}
      findings.claim(
        typeof ackedAt === 'string' && typeof sentAt === 'string' && responseStatus === 'OK',
        `the ack of ${cmdId} was accepted, but the history has ackedAt ${String(ackedAt)}`,
      )
    }
  }

  /** Checks that energy is between the acknowledged and the sent amount, and never decreases. */
  async #checkEnergy(plant: LivePlant, api: PlantsApi, findings: Findings): Promise<void> {
    const { taken } = plant
    const { json } = await api.get(`/${plant.plantId}/energy/today`)
    const { sent } = plant
    if (!sent || !taken) return
    const date = String(json['date'])
    const [produced, exported, imported] = ['produced', 'exported', 'imported'].map((name) =>
      Number(json[name]),
    )
    const energyOf = ({ firstMs, lastMs }: { firstMs: number; lastMs: number }) =>
      Math.max(0, lastMs - Math.max(firstMs, Date.parse(date))) * (powerKw / hourMs)
    const previous = this.#energy.get(plant.plantId)
    const least = Math.max(
      energyOf(taken) - roundingKwh,
      previous?.date === date ? previous.produced : 0,
    )
    const most = energyOf(sent) + roundingKwh
    for (const measured of [produced, exported]) {
      findings.claim(
        measured !== undefined && measured >= least && measured <= most,
        `the energy of ${plant.plantId} is ${measured} kWh, not between ${least} and ${most}`,
      )
    }
    findings.claim(imported === 0, `plant ${plant.plantId} imported ${imported} kWh`)
    this.#energy.set(plant.plantId, { date, produced: produced ?? 0 })
  }
}

function request({ key }: Asked) {
  return { key, body: { command: 'GET_INFO', payload: { request: key } } }
}
