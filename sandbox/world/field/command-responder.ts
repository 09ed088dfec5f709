import type { Effect } from './actions'
import { type Behaviour, drawAckDelayMs } from './behaviour'
import { CommandReceiver, type ReceiveContext, signedAck } from './command-receiver'
import type { HmacSecrets } from './hmac-secrets'
import type { PlantEvent } from './plant-event'
import type { Timers } from './timers'
import type { AckMessage } from '#sandbox/platform/protocol/messages'
import type { Random } from '#sandbox/world/fleet/random'

interface ResponderParts {
  plantId: string
  secrets: HmacSecrets
  behaviour: Behaviour
  random: Random
  timers: Timers
  now: () => number
  context: (nowMs: number) => Omit<ReceiveContext, 'nowMs' | 'isBusy'>
  apply: (effect: Effect, nowMs: number) => void
  reboot: () => void
  publishAck: (ack: string) => Promise<boolean>
  tell: (event: PlantEvent) => void
}

export class CommandResponder {
  readonly #parts: ResponderParts
  readonly #receiver: CommandReceiver
  #unsent: AckMessage[] = []
  #isRebooting = false

  constructor(parts: ResponderParts) {
    this.#parts = parts
    this.#receiver = new CommandReceiver(parts.plantId, parts.secrets)
  }

  receive(payload: Buffer): void {
    const { behaviour, random, timers, now, context, apply, tell } = this.#parts
    const nowMs = now()
    const isBusy = this.#isRebooting || behaviour.ack === 'error'
    const reception = this.#receiver.receive(payload, { ...context(nowMs), nowMs, isBusy })
    if ('ignored' in reception) {
      tell({ kind: 'ignored', reason: reception.ignored })
      return
    }
    const { command, result, effect } = reception
    tell({ kind: 'command', command })
    apply(effect, nowMs)
    if (effect.isReboot) this.#isRebooting = true
    timers.after(drawAckDelayMs(behaviour, random), () => {
      void this.#finish(command.cmdId, { result, effect })
    })
  }

  /** Sends the acks that the broker did not accept before, with their original nonces, after a connection. */
  async connected(): Promise<void> {
    this.#isRebooting = false
    await Promise.all(this.#unsent.splice(0).map((ack) => this.#send(ack)))
  }

  async #finish(
    cmdId: string,
    { result, effect }: { result: Parameters<typeof signedAck>[2]; effect: Effect },
  ): Promise<void> {
    const { plantId, secrets, behaviour, now, reboot } = this.#parts
    if (behaviour.ack !== 'never') {
      await this.#send(signedAck({ plantId, secret: secrets.current, nowMs: now() }, cmdId, result))
    }
    if (effect.isReboot) reboot()
  }

  async #send(ack: AckMessage): Promise<void> {
    const { publishAck, behaviour, tell } = this.#parts
    if (await publishAck(JSON.stringify(ack))) tell({ kind: 'ack', ack })
    else if (behaviour.hasMemory) this.#unsent.push(ack)
  }
}
