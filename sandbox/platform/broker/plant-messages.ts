import type { InboxEntry } from './inbox'
import { recordAck } from '#sandbox/platform/commands/record-ack'
import { recordTelemetry } from '#sandbox/platform/energy/record-telemetry'
import type { Vault } from '#sandbox/platform/pki/vault'
import { recordStatus } from '#sandbox/platform/presence/presence'
import {
  readAck,
  readMessage,
  readTelemetry,
  statusMessageSchema,
} from '#sandbox/platform/protocol/messages'
import type { PlantTopics } from '#sandbox/platform/protocol/topics'

/** Returns the database change that a plant's message causes, or null if the message is invalid. */
export function entryFor(
  vault: Vault,
  plantId: string,
  kind: keyof PlantTopics,
  payload: Buffer | string,
): InboxEntry | null {
  switch (kind) {
    case 'telemetry': {
      const samples = readTelemetry(payload)
      return samples && ((tx, now) => recordTelemetry(tx, plantId, samples, now))
    }
    case 'status': {
      const status = readMessage(statusMessageSchema, payload)
      return status && ((tx, now) => recordStatus(tx, plantId, status, now))
    }
    case 'ack': {
      const ack = readAck(payload)
      return ack && ((tx, now) => recordAck(tx, vault, plantId, ack, now))
    }
    case 'commands':
      return null
  }
}
