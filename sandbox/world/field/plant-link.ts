import { type IClientOptions, type MqttClient, connect as connectMqtt } from 'mqtt'
import type { Random } from '#sandbox/world/fleet/random'
import { type Behaviour, reconnectDelayMs } from './behaviour'
import { BrokerSession } from './broker-session'
import { type ConnectFailure, connectFailureOf } from './connect-failure'
import { connectionOptions, offlineStatus } from './connection-options'
import type { PlantPackage } from './plant-package'
import type { Timers } from './timers'

/** Opens a connection; the default is that of the mqtt library. */
export type Connect = (options: IClientOptions) => MqttClient

export interface LinkListener {
  connecting: (options: IClientOptions, isWrong: boolean) => void
  up: (session: BrokerSession) => void
  message: (topic: string, payload: Buffer) => void
  /** It was up and is not any more; it will be back by itself. */
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

/** A session that lasted this long was a good one. */
const steadyMs = 10_000

/** A plant's line to the broker: it is built up again whenever it breaks, until it is closed. */
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
  #callOff: () => void = () => undefined

  constructor(parts: LinkParts) {
    this.#parts = parts
    this.#package = parts.package
  }

  get isUp(): boolean {
    return this.#isUp
  }

  /** Connects after a time (ms), and again whenever it has to. */
  open(afterMs: number): void {
    this.#isWanted = true
    this.#later(afterMs, () => this.#attempt())
  }

  /** Says goodbye and stays away; back after a time (ms) unless that is null. Resolves when it is gone. */
  async leave(reason: string, backAfterMs: number | null): Promise<void> {
    this.#isWanted = backAfterMs !== null
    this.#callOff()
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
    // Somebody may have asked for something else meanwhile.
    if (backAfterMs !== null && departure === this.#departures) this.open(backAfterMs)
  }

  /** Takes other credentials, and connects anew with them if it is to be connected. */
  async use(plant: PlantPackage): Promise<void> {
    // The goodbye still goes to the topics of the former package.
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
      // A certificate or key that TLS cannot even read.
      this.#retry({ ...connectFailureOf(error as Error, false), kind: 'unusable' })
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
        this.#end('the line broke')
        this.open(forMs * random.between(0.7, 1.3))
      })
    }
    listener.up(session)
  }

  #ended(session: BrokerSession, failure: ConnectFailure): void {
    if (session !== this.#session) return
    if (this.#isUp) {
      // Two controllers with one id end each other's sessions; they must not do it ever faster.
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
    this.#callOff()
    this.#callOff = this.#parts.timers.after(ms, run)
  }
}
