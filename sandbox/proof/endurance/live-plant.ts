import { setTimeout as passing } from 'node:timers/promises'
import type { Findings } from './findings'
import type { Load } from './workload'
import type { CommandMessage, TelemetrySample } from '#sandbox/platform/protocol/messages'
import { openSession, signedAck } from '#sandbox/proof/testing/plant-session'
import type { BrokerSession } from '#sandbox/world/field/broker-session'
import type { PlantPackage } from '#sandbox/world/field/plant-package'

/** Constant power, all of it exported, so that the energy between two samples is exact. */
export const powerKw = 5000
const sampleEveryMs = 40
/** Limit of samples per message; larger messages would exceed the broker's limit. */
const samplesPerMessage = 100

interface Span {
  firstMs: number
  lastMs: number
}

/** Plant that acknowledges commands immediately, and after a kill repeats everything the broker had not confirmed. */
export class LivePlant {
  readonly package: PlantPackage
  readonly received = new Set<string>()
  /** Commands whose ack the broker has acknowledged. */
  readonly acked = new Set<string>()
  /** Samples sent, and samples that the broker has acknowledged. */
  sent: Span | null = null
  taken: Span | null = null
  readonly #findings: Findings
  readonly #requests = new Set<string>()
  readonly #unackedAcks = new Map<string, string>()
  readonly #untakenSamples = new Map<number, TelemetrySample>()
  #session: BrokerSession | null = null

  constructor(issued: PlantPackage, findings: Findings) {
    this.package = issued
    this.#findings = findings
  }

  get plantId(): string {
    return this.package.plantId
  }

  /** Resolves once it is subscribed to commands and everything it had to repeat is acknowledged. */
  async connect(): Promise<void> {
    this.end()
    this.#session = await openSession(this.package, (command) => this.#take(command))
    const isSubscribed = await this.#session.subscribe(this.package.mqtt.topics.commands)
    if (!isSubscribed) throw new Error('a live plant could not subscribe to its commands')
    const acks = [...this.#unackedAcks.keys()].map((cmdId) => this.#sendAck(cmdId))
    const samples = [...this.#untakenSamples.values()]
    while (samples.length > 0) await this.#sendSamples(samples.splice(0, samplesPerMessage))
    await Promise.all(acks)
  }

  async report(load: Load): Promise<void> {
    const sending: Promise<void>[] = []
    while (!load.isOver) {
      const ts = Math.max(Date.now(), (this.sent?.lastMs ?? 0) + 1)
      this.sent = widened(this.sent, ts)
      const sample = { ts, values: { pvPowerKw: powerKw, gridPowerKw: -powerKw } }
      this.#untakenSamples.set(ts, sample)
      sending.push(this.#sendSamples([sample]))
      await passing(sampleEveryMs)
    }
    await Promise.all(sending)
  }

  end(): void {
    this.#session?.abort()
    this.#session = null
  }

  #take(command: CommandMessage): void {
    const request = String(command.payload['request'])
    this.#findings.claim(
      !this.received.has(command.cmdId),
      `plant ${this.plantId} received ${command.cmdId} twice`,
    )
    this.#findings.claim(
      !this.#requests.has(request),
      `plant ${this.plantId} received the command with Idempotency-Key ${request} twice`,
    )
    this.received.add(command.cmdId)
    this.#requests.add(request)
    this.#findings.count('received')
    this.#unackedAcks.set(command.cmdId, signedAck(this.package, command))
    void this.#sendAck(command.cmdId)
  }

  async #sendAck(cmdId: string): Promise<void> {
    const message = this.#unackedAcks.get(cmdId)
    if (message === undefined || !(await this.#publish('ack', message))) return
    this.#unackedAcks.delete(cmdId)
    if (this.acked.has(cmdId)) return
    this.acked.add(cmdId)
    this.#findings.count('acks')
  }

  async #sendSamples(samples: readonly TelemetrySample[]): Promise<void> {
    if (!(await this.#publish('telemetry', JSON.stringify({ samples })))) return
    for (const { ts } of samples) {
      this.#untakenSamples.delete(ts)
      this.taken = widened(this.taken, ts)
    }
    this.#findings.count('samples', samples.length)
  }

  #publish(topic: 'ack' | 'telemetry', message: string): Promise<boolean> {
    return (
      this.#session?.publish(this.package.mqtt.topics[topic], message) ?? Promise.resolve(false)
    )
  }
}

function widened(span: Span | null, ms: number): Span {
  if (!span) return { firstMs: ms, lastMs: ms }
  return { firstMs: Math.min(span.firstMs, ms), lastMs: Math.max(span.lastMs, ms) }
}
