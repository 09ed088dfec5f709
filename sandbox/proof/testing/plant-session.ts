import { connect } from 'mqtt'
import {
  type CommandMessage,
  commandMessageSchema,
  readMessage,
} from '#sandbox/platform/protocol/messages'
import { signAck } from '#sandbox/platform/protocol/signatures'
import { BrokerSession } from '#sandbox/world/field/broker-session'
import type { ConnectFailure } from '#sandbox/world/field/connect-failure'
import { connectionOptions } from '#sandbox/world/field/connection-options'
import type { PlantPackage } from '#sandbox/world/field/plant-package'

/** Thrown when a plant cannot connect; the message is the reason given by the broker or the connection. */
export class PlantConnectError extends Error {
  override readonly name = 'PlantConnectError'
  readonly kind: ConnectFailure['kind']

  constructor({ kind, reason }: ConnectFailure) {
    super(reason)
    this.kind = kind
  }
}

/**
 * Opens a session of a plant, without simulating the plant.
 * @throws PlantConnectError
 */
export function openSession(
  plant: PlantPackage,
  onCommand: (command: CommandMessage) => void = () => undefined,
): Promise<BrokerSession> {
  return new Promise((resolve, reject) => {
    const client = connect(connectionOptions(plant, { nowMs: Date.now() }))
    const session: BrokerSession = new BrokerSession(client, {
      opened: () => resolve(session),
      message: (_topic, payload) => {
        const command = readMessage(commandMessageSchema, payload)
        if (command) onCommand(command)
      },
      ended: (failure) => reject(new PlantConnectError(failure)),
    })
  })
}

export function signedAck(
  { plantId, security }: PlantPackage,
  { cmdId }: Pick<CommandMessage, 'cmdId'>,
): string {
  const ack = { cmdId, st: 'OK', ts: Date.now(), n: crypto.randomUUID() }
  return JSON.stringify({ ...ack, sig: signAck(security.hmacSecret, plantId, ack) })
}
