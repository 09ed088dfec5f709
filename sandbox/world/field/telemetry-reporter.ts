import { backlogMessages, backlogTimes } from './backlog'
import type { BrokerSession } from './broker-session'
import type { ControlledSite } from './controlled-site'
import type { PlantEvent } from './plant-event'
import { sampleOf } from './sensors'
import type { Timers } from './timers'
import type { TelemetrySample } from '#sandbox/platform/protocol/messages'

interface ReporterParts {
  site: ControlledSite
  fields: readonly string[]
  seed: number
  /** Default time between two samples, ms; a command can change it. */
  intervalMs: number
  hasMemory: boolean
  timers: Timers
  now: () => number
  tell: (event: PlantEvent) => void
}

export class TelemetryReporter {
  readonly #parts: ReporterParts
  #intervalMs: number
  #lastTakenMs: number | null = null
  #goOn: (() => void) | null = null
  #cancelTimer: () => void = () => undefined

  constructor(parts: ReporterParts) {
    this.#parts = parts
    this.#intervalMs = parts.intervalMs
  }

  get intervalMs(): number {
    return this.#intervalMs
  }

  /** Changes the time between two samples immediately; null restores the default. */
  setInterval(intervalMs: number | null): void {
    this.#intervalMs = intervalMs ?? this.#parts.intervalMs
    this.#schedule()
  }

  /** Sends the backlog first, then a sample per interval until the session ends or `pause()` is called. */
  async start(session: BrokerSession, topic: string): Promise<void> {
    if (this.#parts.hasMemory && !(await this.#sendBacklog(session, topic))) return
    // The session may have ended in the meantime, after which nothing would pause the reporter.
    if (!session.isOpen) return
    this.#goOn = () => this.#send(session, topic)
    this.#goOn()
  }

  pause(): void {
    this.#goOn = null
    this.#cancelTimer()
  }

  async #sendBacklog(session: BrokerSession, topic: string): Promise<boolean> {
    const times = backlogTimes(this.#lastTakenMs, this.#parts.now())
    for (const { text, samples } of backlogMessages(times.map((atMs) => this.#sampleAt(atMs)))) {
      if (!(await session.publish(topic, text))) return false
      this.#taken(samples.at(-1))
    }
    const [fromMs] = times
    if (fromMs !== undefined) {
      this.#parts.tell({ kind: 'backlog', samples: times.length, fromMs })
    }
    return true
  }

  #send(session: BrokerSession, topic: string): void {
    const sample = this.#sampleAt(this.#parts.now())
    void session.publish(topic, JSON.stringify(sample)).then((isTaken) => {
      if (!isTaken) return
      this.#taken(sample)
      this.#parts.tell({ kind: 'telemetry', sample })
    })
    this.#schedule()
  }

  #schedule(): void {
    this.#cancelTimer()
    if (this.#goOn) {
      this.#cancelTimer = this.#parts.timers.after(this.#intervalMs, () => this.#goOn?.())
    }
  }

  #taken(sample: TelemetrySample | undefined): void {
    this.#lastTakenMs = Math.max(this.#lastTakenMs ?? 0, sample?.ts ?? 0)
  }

  #sampleAt(atMs: number): TelemetrySample {
    const { site, fields, seed } = this.#parts
    return sampleOf(site.site, site.at(atMs), { fields, seed })
  }
}
