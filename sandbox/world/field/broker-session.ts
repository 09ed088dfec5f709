import type { MqttClient } from 'mqtt'
import { type ConnectFailure, connectFailureOf } from './connect-failure'

/** Listener of a session; `ended` is called once, and not if the plant itself closed the session. */
interface SessionListener {
  opened: () => void
  message: (topic: string, payload: Buffer) => void
  ended: (failure: ConnectFailure) => void
}

const farewellMs = 1000

/** Single connection to the broker, from the attempt to its end; it never throws and never reconnects. */
export class BrokerSession {
  readonly #client: MqttClient
  readonly #pending = new Set<(isTaken: boolean) => void>()
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
    // Both listeners stay until the end, because late events of a dead connection must not be unhandled errors.
    client.on('error', end)
    client.on('close', () => end(null))
  }

  get isOpen(): boolean {
    return this.#isOpen && !this.#isOver
  }

  /** Publishes with QoS 1; resolves to true if the broker accepts the message, to false if the session ends first. */
  publish(topic: string, message: string): Promise<boolean> {
    return this.#settled((settle) =>
      this.#client.publish(topic, message, { qos: 1 }, (error) => settle(!error)),
    )
  }

  /** Subscribes with QoS 1; resolves to true if the broker grants it. */
  subscribe(topic: string): Promise<boolean> {
    return this.#settled((settle) =>
      this.#client.subscribe(topic, { qos: 1 }, (error, granted = []) =>
        settle(!error && granted.every(({ qos }) => qos !== 128)),
      ),
    )
  }

  /** Disconnects after a last message, so that the last will is not sent; takes at most 2 s. */
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

  /** Closes the connection without a DISCONNECT, like a broken line. */
  abort(): void {
    this.#isOver = true
    this.#client.end(true)
    // end() has no effect while an earlier call still waits for the broker.
    this.#client.stream.destroy()
    for (const settle of this.#pending) settle(false)
    this.#pending.clear()
  }

  #settled(ask: (settle: (isTaken: boolean) => void) => void): Promise<boolean> {
    if (this.#isOver) return Promise.resolve(false)
    return new Promise((resolve) => {
      const settle = (isTaken: boolean) => {
        this.#pending.delete(settle)
        resolve(isTaken)
      }
      this.#pending.add(settle)
      ask(settle)
    })
  }
}

function isSecure({ stream }: MqttClient): boolean {
  return 'authorized' in stream && stream.authorized === true
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, timeout])
  clearTimeout(timer)
}
