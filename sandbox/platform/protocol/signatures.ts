// Signatures with HMAC-SHA256 as in contract/platform.md: hex, keyed with the plant's secret as UTF-8. The documents
// don't define the signature of an ack; it follows the command's rule.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from './canonical-json'
import type { AckMessage, CommandMessage } from './messages'

/** Signs a command: `plantId|cmdId|ts|action|canonicalJson(payload)`. */
export function signCommand(
  secret: string,
  plantId: string,
  { cmdId, ts, action, payload }: Omit<CommandMessage, 'sig'>,
): string {
  return hmac(secret, [plantId, cmdId, ts, action, canonicalJson(payload)])
}

/** Signs an ack: `plantId|cmdId|ts|st|n|canonicalJson({err, msg, data})`, without absent members. */
export function signAck(
  secret: string,
  plantId: string,
  { cmdId, ts, st, n, err, msg, data }: Omit<AckMessage, 'sig'>,
): string {
  return hmac(secret, [plantId, cmdId, ts, st, n, canonicalJson({ err, msg, data })])
}

/** Compares signatures in constant time. */
export function isSameSignature(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function hmac(secret: string, parts: readonly (string | number)[]): string {
  return createHmac('sha256', Buffer.from(secret, 'utf8')).update(parts.join('|')).digest('hex')
}
