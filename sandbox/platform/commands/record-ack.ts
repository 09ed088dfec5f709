import { type Kysely, sql } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import type { Vault } from '#sandbox/platform/pki/vault'
import { recordAuthFailure } from '#sandbox/platform/presence/presence'
import type { AckMessage } from '#sandbox/platform/protocol/messages'
import { isSameSignature, signAck } from '#sandbox/platform/protocol/signatures'
import { markCurrentProven, secretsOf } from '#sandbox/platform/provisioning/plant-secrets'

/**
 * Stores a plant's ack with its command. The first ack counts; a nonce that was used before is a replay; a signature
 * that matches no secret of the plant is an authentication failure.
 */
export async function recordAck(
  tx: Kysely<Tables>,
  vault: Vault,
  plantId: string,
  ack: AckMessage,
  now: Date,
): Promise<void> {
  const secrets = await secretsOf(tx, vault, plantId, now)
  const signer = secrets.find(({ secret }) =>
    isSameSignature(signAck(secret, plantId, ack), ack.sig),
  )
  if (!signer) return recordAuthFailure(tx, plantId, now)
  if (await isNonceUsed(tx, plantId, ack.n)) return
  const { cmdId, sig: _sig, ...response } = ack
  await tx
    .updateTable('commands')
    .set({
      response: JSON.stringify(response),
      responseStatus: ack.st,
      ackedAt: now.toISOString(),
      ackNonce: ack.n,
      // An acknowledged command was sent, even if the process ended before it could record that.
      sentAt: sql<string>`coalesce(sentAt, createdAt)`,
    })
    .where('cmdId', '=', cmdId)
    .where('plantId', '=', plantId)
    .where('ackedAt', 'is', null)
    .execute()
  if (signer.isCurrent && !signer.isProven) await markCurrentProven(tx, plantId, now)
}

async function isNonceUsed(tx: Kysely<Tables>, plantId: string, nonce: string): Promise<boolean> {
  const used = await tx
    .selectFrom('commands')
    .where('plantId', '=', plantId)
    .where('ackNonce', '=', nonce)
    .select('id')
    .executeTakeFirst()
  return used !== undefined
}
