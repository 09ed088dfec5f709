import { Aedes, type Connection } from 'aedes'
import { connect } from 'mqtt'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { onTestFinished } from 'vitest'
import type {
  AckMessage,
  CommandMessage,
  StatusMessage,
  TelemetrySample,
} from '#sandbox/platform/protocol/messages'
import { readTelemetry } from '#sandbox/platform/protocol/messages'
import { signCommand } from '#sandbox/platform/protocol/signatures'
import { topicsOf } from '#sandbox/platform/protocol/topics'
import type { Connect } from '#sandbox/world/field/plant-link'

/** Broker on loopback without TLS that records messages and sends commands. */
export class PlainBroker {
  readonly heard: { topic: string; text: string }[] = []
  /** Accepted password; null accepts everyone. */
  password: string | null = null
  readonly #aedes: Aedes
  readonly #server
  readonly #lines = new Set<Connection>()
  #port = 0

  private constructor(aedes: Aedes) {
    this.#aedes = aedes
    this.#server = createServer((socket) => aedes.handle(socket))
    aedes.authenticate = (_client, _username, password, done) => {
      if (this.password === null || password?.toString() === this.password) return done(null, true)
      return done(Object.assign(new Error('no'), { returnCode: 4 }), false)
    }
    aedes.on('client', ({ conn }) => this.#lines.add(conn))
    aedes.on('publish', ({ topic, payload }) => {
      const isOfPlant = topic.startsWith('cpi/') && !topic.endsWith('/commands')
      if (isOfPlant) this.heard.push({ topic, text: payload.toString() })
    })
  }

  static async start(): Promise<PlainBroker> {
    const broker = new PlainBroker(await Aedes.createBroker())
    broker.#server.listen(0, '127.0.0.1')
    await once(broker.#server, 'listening')
    broker.#port = (broker.#server.address() as AddressInfo).port
    onTestFinished(() => broker.stop())
    return broker
  }

  /** Connects a plant to this broker, whatever its package contains. */
  readonly connect: Connect = ({ protocol: _tls, servername: _name, ca: _ca, ...options }) =>
    connect({ ...options, protocol: 'mqtt', host: '127.0.0.1', port: this.#port })

  get connectedClients(): number {
    return this.#aedes.connectedClients
  }

  acks(plantId: string): AckMessage[] {
    return this.#of<AckMessage>(topicsOf(plantId).ack)
  }

  statuses(plantId: string): StatusMessage[] {
    return this.#of<StatusMessage>(topicsOf(plantId).status)
  }

  samples(plantId: string): TelemetrySample[] {
    const topic = topicsOf(plantId).telemetry
    const messages = this.heard.filter((one) => one.topic === topic)
    return messages.flatMap(({ text }) => readTelemetry(text) ?? [])
  }

  /** Signs a command and sends it to the plant; `wanted` overrides the defaults. */
  send(
    plantId: string,
    secret: string,
    wanted: Partial<CommandMessage> & Pick<CommandMessage, 'action'>,
  ): Promise<void> {
    const unsigned = { cmdId: `c-${Math.random()}`, ts: Date.now(), payload: {}, ...wanted }
    const sig = wanted.sig ?? signCommand(secret, plantId, unsigned)
    return this.say(topicsOf(plantId).commands, JSON.stringify({ ...unsigned, sig }))
  }

  say(topic: string, payload: string): Promise<void> {
    const packet = { cmd: 'publish', topic, payload, qos: 1, retain: false, dup: false } as const
    return new Promise((resolve, reject) => {
      this.#aedes.publish(packet, (error) => (error ? reject(error) : resolve()))
    })
  }

  cutAll(): void {
    for (const line of this.#lines) line.destroy()
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#aedes.close(resolve))
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #of<Message>(topic: string): Message[] {
    const messages = this.heard.filter((one) => one.topic === topic)
    return messages.map(({ text }) => JSON.parse(text) as Message)
  }
}
