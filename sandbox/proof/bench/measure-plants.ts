import { type Figure, percentile } from './figures'
import { type RawResponse, send } from './loopback-client'
import type { CommandMessage } from '#sandbox/platform/protocol/messages'
import { openSession, signedAck } from '#sandbox/proof/testing/plant-session'
import type { BrokerSession } from '#sandbox/world/field/broker-session'
import { type PlantPackage, readPackage } from '#sandbox/world/field/plant-package'

const plantCount = 300
const warmUps = 20
const commandCount = 300
/** Number of plants that get commands in turn, while the others are connected and subscribed. */
const commandedPlants = 5

const connectTargetMs = 10_000
const ackTargetMs = 50

type Post = (path: string, body?: unknown) => Promise<RawResponse>

/** Measures the time to connect plants over MQTT and TLS, and to acknowledge commands. */
export async function measurePlants(baseUrl: string, token: string): Promise<Figure[]> {
  const post: Post = (path, body) =>
    send(`${baseUrl}/api/v1/plants${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const { packages, tookMs } = await provisionAll(post)
  const plants = packages.map((issued) => new AcknowledgingPlant(issued))
  const startedAt = performance.now()
  try {
    await Promise.all(plants.map((plant) => plant.connect()))
    const connectedMs = performance.now() - startedAt
    const acks = await measureAcks(post, plants.slice(0, commandedPlants))
    return [
      { name: `provisioning ${plantCount} plants`, measuredMs: tookMs },
      {
        name: `${plantCount} plants connected and subscribed`,
        measuredMs: connectedMs,
        targetMs: connectTargetMs,
      },
      { name: 'command to ack, p50', measuredMs: percentile(acks, 0.5), targetMs: ackTargetMs },
      { name: 'command to ack, p99', measuredMs: percentile(acks, 0.99) },
    ]
  } finally {
    for (const plant of plants) plant.end()
  }
}

/** Creates plants, then issues their keys and certificates one after the other, like a script. */
async function provisionAll(post: Post): Promise<{ packages: PlantPackage[]; tookMs: number }> {
  const plantIds: string[] = []
  for (let at = 0; at < plantCount; at++) {
    const serialNumber = `BENCH-${at}`
    const { status, body } = await post('', { name: 'Bench', serialNumber, type: 'GATEWAY' })
    const plantId = /"id":"([^"]+)"/.exec(body.toString())?.[1]
    if (status !== 201 || plantId === undefined)
      throw new Error(`creating a plant returned ${status}`)
    plantIds.push(plantId)
  }
  const startedAt = performance.now()
  const packages: PlantPackage[] = []
  for (const plantId of plantIds) {
    const { status, body } = await post(`/${plantId}/provision`)
    if (status !== 200) throw new Error(`provisioning returned ${status}`)
    packages.push(readPackage(body.toString()))
  }
  return { packages, tookMs: performance.now() - startedAt }
}

/** Measures the time from sending a request until the broker has stored the plant's ack. */
async function measureAcks(post: Post, plants: readonly AcknowledgingPlant[]): Promise<number[]> {
  const samples: number[] = []
  for (let at = -warmUps; at < commandCount; at++) {
    const plant = plants[(at + warmUps) % plants.length]
    if (!plant) break
    const startedAt = performance.now()
    const { status } = await post(`/${plant.plantId}/commands`, {
      command: 'SET_TELEMETRY_INTERVAL',
      payload: { intervalSec: 30, request: at },
    })
    if (status !== 201) throw new Error(`sending a command returned ${status}`)
    const ackedAt = await plant.nextAck()
    if (at >= 0) samples.push(ackedAt - startedAt)
  }
  return samples
}

/** Plant that immediately acknowledges every command. */
class AcknowledgingPlant {
  readonly #package: PlantPackage
  #session: BrokerSession | null = null
  #acks: Promise<number>[] = []
  #expected: ((ack: Promise<number>) => void) | null = null

  constructor(issued: PlantPackage) {
    this.#package = issued
  }

  get plantId(): string {
    return this.#package.plantId
  }

  async connect(): Promise<void> {
    this.#session = await openSession(this.#package, (command) => this.#take(command))
    const isSubscribed = await this.#session.subscribe(this.#package.mqtt.topics.commands)
    if (!isSubscribed) throw new Error('the broker did not grant the subscription')
  }

  /** Returns the time at which the broker acknowledged the oldest ack not yet returned. */
  nextAck(): Promise<number> {
    const ack = this.#acks.shift()
    if (ack) return ack
    return new Promise((resolve) => {
      this.#expected = resolve
    })
  }

  end(): void {
    this.#session?.abort()
  }

  #take(command: CommandMessage): void {
    const ack = this.#acknowledge(command)
    // Failures are reported to the caller that awaits this ack; until then they must not end the process.
    ack.catch(() => undefined)
    if (this.#expected) this.#expected(ack)
    else this.#acks.push(ack)
    this.#expected = null
  }

  async #acknowledge(command: CommandMessage): Promise<number> {
    const message = signedAck(this.#package, command)
    const isTaken = await this.#session?.publish(this.#package.mqtt.topics.ack, message)
    if (isTaken !== true) throw new Error('the broker did not accept an ack')
    return performance.now()
  }
}
