import { type IClientOptions, type MqttClient, connect as connectMqtt } from 'mqtt'
import { type Behaviour, reconnectDelayMs } from './behaviour'
import { BrokerSession } from './broker-session'
import { type ConnectFailure, connectFailureOf } from './connect-failure'
import { connectionOptions, offlineStatus } from './connection-options'
import type { PlantPackage } from './plant-package'
import type { Timers } from './timers'
import type { Random } from '#sandbox/world/fleet/random'
import { toError } from '@/lib/thrown'

/** Function that opens a connection; defaults to the mqtt library's. */
export type Connect = (options: IClientOptions) => MqttClient

interface LinkListener {
  connecting: (options: IClientOptions, isWrong: boolean) => void
  up: (session: BrokerSession) => void
  message: (topic: string, payload: Buffer) => void
  /** Called when an open connection ends; the link reconnects on its own. */
  down: (reason: string) => void
  failed: (failure: ConnectFailure, retryInMs: number) => void
}

interface LinkParts {
  package: PlantPackage
  behaviour: Behaviour
  random: Random
  timers: Timers
  now: () => number
  host?: string | undefined
  connect?: Connect | undefined
  listener: LinkListener
}

/** Duration (ms) from which a session counts as stable. */
const steadyMs = 10_000

/** Connection of a plant to the broker that reconnects after each failure until it is closed. */
export class PlantLink {
  readonly #parts: LinkParts
  #package: PlantPackage
  #session: BrokerSession | null = null
  #isUp = false
  #isWanted = false
  #failures = 0
  #upSinceMs = 0
  #mayErr = false
  #departures = 0
  #leaving: Promise<unknown> = Promise.resolve()
  #cancelTimer: () => void = () => undefined

  constructor(parts: LinkParts) {
    this.#parts = parts
    this.#package = parts.package
  }

  get isUp(): boolean {
    return this.#isUp
  }

  /** Connects after a time (ms), and reconnects when necessary. */
  open(afterMs: number): void {
    this.#isWanted = true
    this.#later(afterMs, () => this.#attempt())
  }

  /** Disconnects gracefully; reconnects after a time (ms) unless that is null. Resolves once it is disconnected. */
  async leave(reason: string, backAfterMs: number | null): Promise<void> {
    this.#isWanted = backAfterMs !== null
    this.#cancelTimer()
    this.#departures += 1
    const departure = this.#departures
    const session = this.#session
    if (session) {
      this.#end(reason)
      const { status } = this.#package.mqtt.topics
      const closing = session.close(status, offlineStatus(this.#parts.now(), reason))
      this.#leaving = Promise.all([this.#leaving, closing])
    }
    await this.#leaving
    // Another call may have changed the plan in the meantime.
    if (backAfterMs !== null && departure === this.#departures) this.open(backAfterMs)
  }

  /** Switches to other credentials, and reconnects with them if the link is open. */
  async use(plant: PlantPackage): Promise<void> {
    // The last message still goes to the topics of the previous package.
    const left = this.#isWanted ? this.leave('new credentials', 0) : undefined
    this.#package = plant
    this.#failures = 0
    this.#mayErr = false
    await left
  }

  #attempt(): void {
    const { random, behaviour, listener, connect = connectMqtt, now, host } = this.#parts
    const isWrong = this.#mayErr && random.chance(behaviour.wrongCredentialChance)
    this.#mayErr = false
    const options = connectionOptions(this.#package, { nowMs: now(), isWrong, host })
    listener.connecting(options, isWrong)
    try {
      const session: BrokerSession = new BrokerSession(connect(options), {
        opened: () => this.#opened(session),
        message: listener.message,
        ended: (failure) => this.#ended(session, failure),
      })
      this.#session = session
    } catch (error) {
      // TLS cannot even parse the certificate or key.
      this.#retry({ ...connectFailureOf(toError(error), false), kind: 'unusable' })
    }
  }

  #opened(session: BrokerSession): void {
    if (session !== this.#session) return
    const { behaviour, random, listener } = this.#parts
    this.#isUp = true
    this.#upSinceMs = this.#parts.now()
    this.#mayErr = true
    if (behaviour.dropsOff) {
      const { everyMs, forMs } = behaviour.dropsOff
      this.#later(everyMs * random.between(0.5, 1.5), () => {
        session.abort()
        this.#end('connection lost')
        this.open(forMs * random.between(0.7, 1.3))
      })
    }
    listener.up(session)
  }

  #ended(session: BrokerSession, failure: ConnectFailure): void {
    if (session !== this.#session) return
    if (this.#isUp) {
      // Two controllers with the same ID end each other's sessions, which must not happen ever faster.
      const isSteady = this.#parts.now() - this.#upSinceMs > steadyMs
      this.#failures = isSteady ? 0 : this.#failures + 1
      this.#end(failure.reason)
      this.open(reconnectDelayMs(this.#failures, this.#parts.random))
      return
    }
    this.#session = null
    this.#retry(failure)
  }

  #retry(failure: ConnectFailure): void {
    const delayMs = reconnectDelayMs(this.#failures, this.#parts.random)
    this.#failures += 1
    this.#parts.listener.failed(failure, delayMs)
    if (this.#isWanted) this.open(delayMs)
  }

  #end(reason: string): void {
    this.#session = null
    if (!this.#isUp) return
    this.#isUp = false
    this.#parts.listener.down(reason)
  }

  #later(ms: number, run: () => void): void {
    this.#cancelTimer()
    this.#cancelTimer = this.#parts.timers.after(ms, run)
  }
}
