import type { Effect } from './actions'
import type { Behaviour } from './behaviour'
import type { BrokerSession } from './broker-session'
import { CommandResponder } from './command-responder'
import { ControlledSite } from './controlled-site'
import { devicesOf, fieldsOf, firmwareOf } from './devices'
import { HmacSecrets } from './hmac-secrets'
import { type PlantEvent, describeEvent } from './plant-event'
import { type Connect, PlantLink } from './plant-link'
import { type PlantPackage, connectsAlike } from './plant-package'
import { TelemetryReporter } from './telemetry-reporter'
import { Timers } from './timers'
import type { StatusMessage } from '#sandbox/platform/protocol/messages'
import { Random } from '#sandbox/world/fleet/random'
import { seedOf } from '#sandbox/world/site-model/noise'
import type { Site } from '#sandbox/world/site-model/site'

export interface SimulatedPlantOptions {
  package: PlantPackage
  site: Site
  /** NUMERIC fields to report; by default those that the site's devices measure. */
  signals?: readonly string[]
  behaviour: Behaviour
  seed: number
  log?: (line: string) => void
  onEvent?: (event: PlantEvent) => void
  now?: () => number
  /** Address to connect to instead of the package's broker. */
  host?: string
  rebootMs?: number
  connect?: Connect
}

/** Controller of a plant: a client of the broker that reports, runs commands, breaks down and reconnects. */
export class SimulatedPlant {
  readonly #options: SimulatedPlantOptions
  readonly #now: () => number
  readonly #timers = new Timers()
  readonly #site: ControlledSite
  readonly #devices: readonly string[]
  readonly #firmware: string
  readonly #secrets: HmacSecrets
  readonly #link: PlantLink
  readonly #reporter: TelemetryReporter
  readonly #responder: CommandResponder
  #package: PlantPackage
  #session: BrokerSession | null = null
  #startedMs: number
  #isStopped = false

  constructor(options: SimulatedPlantOptions) {
    const { package: plant, site, signals, behaviour, seed } = options
    this.#options = options
    this.#package = plant
    this.#now = options.now ?? Date.now
    this.#startedMs = this.#now()
    this.#site = new ControlledSite(site)
    this.#devices = devicesOf(site)
    this.#firmware = firmwareOf(seed)
    this.#secrets = new HmacSecrets(plant.security.hmacSecret)
    const tell = (event: PlantEvent) => this.#tell(event)
    const shared = { timers: this.#timers, now: this.#now, tell }
    this.#reporter = new TelemetryReporter({
      ...shared,
      site: this.#site,
      fields: signals ?? fieldsOf(site),
      seed,
      intervalMs: behaviour.intervalMs,
      hasMemory: behaviour.hasMemory,
    })
    this.#responder = new CommandResponder({
      ...shared,
      plantId: plant.plantId,
      secrets: this.#secrets,
      behaviour,
      random: new Random(seed, seedOf('acks')),
      context: (nowMs) => this.#context(nowMs),
      apply: (effect, nowMs) => this.#apply(effect, nowMs),
      reboot: () => this.#reboot(),
      publishAck: async (ack) =>
        (await this.#session?.publish(this.#package.mqtt.topics.ack, ack)) ?? false,
    })
    this.#link = new PlantLink({
      ...shared,
      package: plant,
      behaviour,
      host: options.host,
      connect: options.connect,
      random: new Random(seed, seedOf('link')),
      listener: {
        connecting: ({ host: to, port, username }, isWrong) =>
          tell({ kind: 'connecting', to: `${to}:${port}`, as: username ?? '', isWrong }),
        up: (session) => void this.#report(session),
        message: (topic, payload) => {
          if (topic === this.#package.mqtt.topics.commands) this.#responder.receive(payload)
        },
        down: (reason) => this.#down(reason),
        failed: (failure, retryInMs) => tell({ kind: 'failed', failure, retryInMs }),
      },
    })
  }

  get isConnected(): boolean {
    return this.#link.isUp
  }

  /** Connects after a time (ms), and reconnects until `stop()`. */
  start(afterMs = 0): void {
    this.#isStopped = false
    this.#startedMs = this.#now()
    this.#link.open(afterMs)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#timers.clear()
    await this.#link.leave('stopped', null)
    this.#timers.clear()
  }

  /** Installs new credentials like a technician: reconnects with them, or only replaces the HMAC secret. */
  async install(plant: PlantPackage): Promise<void> {
    const isRotation = connectsAlike(plant, this.#package)
    const { hmacSecret } = plant.security
    this.#package = plant
    if (isRotation) {
      this.#secrets.rotate(hmacSecret, this.#now())
      return
    }
    if (hmacSecret !== this.#secrets.current) this.#secrets.replace(hmacSecret)
    await this.#link.use(plant)
  }

  /** Sends everything from the status to the first live sample; stops when the session ends. */
  async #report(session: BrokerSession): Promise<void> {
    this.#session = session
    const { topics } = this.#package.mqtt
    const status: StatusMessage = {
      ts: this.#now(),
      state: this.#options.behaviour.state,
      firmware: this.#firmware,
      devices: [...this.#devices],
    }
    if (!(await session.publish(topics.status, JSON.stringify(status)))) return
    this.#tell({ kind: 'status', status })
    if (!(await session.subscribe(topics.commands))) return
    this.#tell({ kind: 'ready' })
    await this.#responder.connected()
    await this.#reporter.start(session, topics.telemetry)
  }

  #down(reason: string): void {
    this.#session = null
    this.#reporter.pause()
    this.#tell({ kind: 'down', reason })
  }

  #apply({ settings, intervalMs, isReboot }: Effect, nowMs: number): void {
    if (settings) this.#site.set(settings, nowMs)
    if (intervalMs !== undefined) this.#reporter.setInterval(intervalMs)
    if (isReboot) this.#startedMs = nowMs
  }

  #reboot(): void {
    // Its ack may have been in transit when the plant was stopped.
    if (!this.#isStopped) void this.#link.leave('rebooting', this.#options.rebootMs ?? 8000)
  }

  #context(nowMs: number) {
    const { site, settings } = this.#site
    const { soc } = this.#site.at(nowMs)
    const info = {
      firmware: this.#firmware,
      devices: this.#devices,
      uptimeS: Math.round((nowMs - this.#startedMs) / 1000),
      telemetryIntervalS: this.#reporter.intervalMs / 1000,
      ...(soc !== null && { soc: Math.round(soc * 10) / 10 }),
    }
    return { site, settings, info, devices: this.#devices }
  }

  #tell(event: PlantEvent): void {
    this.#options.onEvent?.(event)
    this.#options.log?.(describeEvent(event))
  }
}
