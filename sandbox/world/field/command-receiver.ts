import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import {
  type AckResult,
  type ActionContext,
  type Effect,
  type Outcome,
  refused,
  runAction,
} from './actions'
import type { HmacSecrets } from './hmac-secrets'
import { readUnambiguousJson } from '#sandbox/platform/protocol/canonical-json'
import {
  type AckMessage,
  type CommandMessage,
  commandLifeMs,
  commandMessageSchema,
  maxCommandBytes,
} from '#sandbox/platform/protocol/messages'
import { isSameSignature, signAck, signCommand } from '#sandbox/platform/protocol/signatures'
import { minuteMs } from '@/lib/instants'

/** Result of a message on the commands topic; an ignored message gets no ack. */
type Reception =
  | { ignored: string }
  | { command: CommandMessage; result: AckResult; effect: Effect }

export interface ReceiveContext extends ActionContext {
  devices: readonly string[]
  /** True while the plant cannot accept commands. */
  isBusy: boolean
}

const clockAheadMs = 5 * minuteMs
const rememberedCommands = 1000

/** Parses and checks commands, and runs each of them once. */
export class CommandReceiver {
  readonly #plantId: string
  readonly #secrets: HmacSecrets
  readonly #handledIds = new Set<string>()

  constructor(plantId: string, secrets: HmacSecrets) {
    this.#plantId = plantId
    this.#secrets = secrets
  }

  receive(payload: Buffer | string, context: ReceiveContext): Reception {
    const command = readCommand(payload)
    if (!command) return { ignored: 'not a command' }
    // Repeated commands are ignored before the signature is checked: an ack of a forged repetition would contradict
    // the first one.
    if (this.#handledIds.has(command.cmdId)) return { ignored: `${command.cmdId} was repeated` }
    return { command, ...this.#decide(command, context) }
  }

  #decide(command: CommandMessage, context: ReceiveContext): Outcome {
    const { cmdId, ts, action, payload, target } = command
    const { nowMs, devices, isBusy } = context
    const isSigned = this.#secrets
      .accepted(nowMs)
      .some((secret) => isSameSignature(command.sig, signCommand(secret, this.#plantId, command)))
    if (!isSigned) return refused('BAD_SIGNATURE', 'the signature does not match the command')
    if (nowMs - ts > commandLifeMs) {
      return refused('EXPIRED', `sent ${Math.round((nowMs - ts) / 1000)} s ago`)
    }
    if (ts - nowMs > clockAheadMs)
      return refused('EXPIRED', "sent in the future according to the plant's clock")
    this.#remember(cmdId)
    if (isBusy) return refused('BUSY', 'the controller is busy')
    if (target !== undefined && !devices.includes(target)) {
      return refused('UNKNOWN_TARGET', `unknown sub-device ${target}`)
    }
    return runAction(action, payload, context)
  }

  #remember(cmdId: string): void {
    this.#handledIds.add(cmdId)
    const [oldest] = this.#handledIds
    if (this.#handledIds.size > rememberedCommands && oldest !== undefined) {
      this.#handledIds.delete(oldest)
    }
  }
}

/** Signs an ack. Its nonce doesn't come from the seed, because a restarted plant must never repeat one. */
export function signedAck(
  { plantId, secret, nowMs }: { plantId: string; secret: string; nowMs: number },
  cmdId: string,
  result: AckResult,
): AckMessage {
  const ack = { cmdId, ts: nowMs, n: randomUUID(), ...result }
  return { ...ack, sig: signAck(secret, plantId, ack) }
}

function readCommand(payload: Buffer | string): CommandMessage | null {
  if (Buffer.byteLength(payload) > maxCommandBytes) return null
  try {
    const result = z.safeParse(commandMessageSchema, readUnambiguousJson(payload.toString()))
    // An ack has no room for a longer ID.
    const canBeAcked = result.success && /^.{1,64}$/.test(result.data.cmdId)
    return canBeAcked ? result.data : null
  } catch {
    return null
  }
}
