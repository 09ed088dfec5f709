import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { readUnambiguousJson } from '#sandbox/platform/protocol/canonical-json'
import {
  type AckMessage,
  type CommandMessage,
  commandLifeMs,
  commandMessageSchema,
  maxCommandBytes,
} from '#sandbox/platform/protocol/messages'
import { isSameSignature, signAck, signCommand } from '#sandbox/platform/protocol/signatures'
import {
  type ActionContext,
  type Answer,
  type Effect,
  type Outcome,
  carryOut,
  refused,
} from './actions'
import type { HmacSecrets } from './hmac-secrets'

/** What becomes of a message on the commands topic; one that is ignored is not answered either. */
export type Reception =
  | { ignored: string }
  | { command: CommandMessage; answer: Answer; effect: Effect }

/** What the plant is at the moment, as far as commands ask. */
export interface DeskContext extends ActionContext {
  devices: readonly string[]
  /** Whether it is at something that it cannot be disturbed at. */
  isBusy: boolean
}

const clockAheadMs = 5 * 60_000
const rememberedCommands = 1000

/** Reads commands, checks them, and lets each be carried out once. */
export class CommandDesk {
  readonly #plantId: string
  readonly #secrets: HmacSecrets
  readonly #carriedOut = new Set<string>()

  constructor(plantId: string, secrets: HmacSecrets) {
    this.#plantId = plantId
    this.#secrets = secrets
  }

  receive(payload: Buffer | string, context: DeskContext): Reception {
    const command = readCommand(payload)
    if (!command) return { ignored: 'not a command' }
    // Before the signature: an answer to a forged repetition would contradict the one that was given.
    if (this.#carriedOut.has(command.cmdId)) return { ignored: `${command.cmdId} came again` }
    return { command, ...this.#decide(command, context) }
  }

  #decide(command: CommandMessage, context: DeskContext): Outcome {
    const { cmdId, ts, action, payload, target } = command
    const { nowMs, devices, isBusy } = context
    const isSigned = this.#secrets
      .accepted(nowMs)
      .some((secret) => isSameSignature(command.sig, signCommand(secret, this.#plantId, command)))
    if (!isSigned) return refused('BAD_SIGNATURE', 'the signature is not that of this command')
    if (nowMs - ts > commandLifeMs) {
      return refused('EXPIRED', `sent ${Math.round((nowMs - ts) / 1000)} s ago`)
    }
    if (ts - nowMs > clockAheadMs)
      return refused('EXPIRED', "sent later than the plant's clock says")
    this.#remember(cmdId)
    if (isBusy) return refused('BUSY', 'the controller is occupied')
    if (target !== undefined && !devices.includes(target)) {
      return refused('UNKNOWN_TARGET', `there is no ${target}`)
    }
    return carryOut(action, payload, context)
  }

  #remember(cmdId: string): void {
    this.#carriedOut.add(cmdId)
    const [oldest] = this.#carriedOut
    if (this.#carriedOut.size > rememberedCommands && oldest !== undefined) {
      this.#carriedOut.delete(oldest)
    }
  }
}

/** Signs an answer. Its nonce is no seed's: even a plant that is started again must never use one twice. */
export function signedAck(
  { plantId, secret, nowMs }: { plantId: string; secret: string; nowMs: number },
  cmdId: string,
  answer: Answer,
): AckMessage {
  const ack = { cmdId, ts: nowMs, n: randomUUID(), ...answer }
  return { ...ack, sig: signAck(secret, plantId, ack) }
}

function readCommand(payload: Buffer | string): CommandMessage | null {
  if (Buffer.byteLength(payload) > maxCommandBytes) return null
  try {
    const result = z.safeParse(commandMessageSchema, readUnambiguousJson(payload.toString()))
    // An ack has no room for more.
    const isAnswerable = result.success && /^.{1,64}$/.test(result.data.cmdId)
    return isAnswerable ? result.data : null
  } catch {
    return null
  }
}
