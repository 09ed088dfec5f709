import type { MqttClient } from 'mqtt'
import type { TLSSocket } from 'node:tls'
import { type ConnectFailure, connectFailureOf } from './connect-failure'

/** Whom a session tells; `ended` comes once, and not when the plant itself left. */
export interface SessionListener {
  opened: () => void
  message: (topic: string, payload: Buffer) => void
  ended: (failure: ConnectFailure) => void
}

const farewellMs = 1000

/** One connection to the broker, from the attempt to its end; it never throws and never reconnects. */
export class BrokerSession {
  readonly #client: MqttClient
  readonly #unanswered = new Set<(isTaken: boolean) => void>()
  #isOver = false
  #isOpen = false

  constructor(client: MqttClient, listener: SessionListener) {
    this.#client = client
    const end = (error: Error | null) => {
      if (this.#isOver) return
      const failure = connectFailureOf(error, isSecure(client))
      this.abort()
      listener.ended(failure)
    }
    client.on('connect', () => {
      this.#isOpen = true
      listener.opened()
    })
    client.on('message', (topic, payload) => {
      if (!this.#isOver) listener.message(topic, payload)
    })
    // Both stay to the end: what still comes of a dead connection must not be an unhandled error.
    client.on('error', end)
    client.on('close', () => end(null))
  }

  /** Whether the broker let the plant in, and nothing has ended it since. */
  get isOpen(): boolean {
    return this.#isOpen && !this.#isOver
  }

  /** QoS 1; true when the broker took the message, false when the session ended first. */
  publish(topic: string, message: string): Promise<boolean> {
    return this.#settled((settle) =>
      this.#client.publish(topic, message, { qos: 1 }, (error) => settle(!error)),
    )
  }

  /** QoS 1; true when the broker granted it. */
  subscribe(topic: string): Promise<boolean> {
    return this.#settled((settle) =>
      this.#client.subscribe(topic, { qos: 1 }, (error, granted = []) =>
        settle(!error && granted.every(({ qos }) => qos !== 128)),
      ),
    )
  }

  /** Leaves with a last message and a DISCONNECT, so that the last will stays unsaid; within 2 s in any case. */
  async close(topic: string, farewell: string): Promise<void> {
    if (this.isOpen) {
      await within(farewellMs, this.publish(topic, farewell))
      if (this.isOpen) {
        this.#isOver = true
        await within(farewellMs, new Promise((resolve) => this.#client.end(resolve)))
      }
    }
    this.abort()
  }

  /** Ends without a word, as a broken line does. */
  abort(): void {
    this.#isOver = true
    this.#client.end(true)
    // end() does nothing more while an earlier one still waits for the broker.
    this.#client.stream.destroy()
    for (const settle of this.#unanswered) settle(false)
    this.#unanswered.clear()
  }

  #settled(ask: (settle: (isTaken: boolean) => void) => void): Promise<boolean> {
    if (this.#isOver) return Promise.resolve(false)
    return new Promise((resolve) => {
      const settle = (isTaken: boolean) => {
        this.#unanswered.delete(settle)
        resolve(isTaken)
      }
      this.#unanswered.add(settle)
      ask(settle)
    })
  }
}

function isSecure({ stream }: MqttClient): boolean {
  return (stream as Partial<TLSSocket>).authorized === true
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, timeout])
  clearTimeout(timer)
}
