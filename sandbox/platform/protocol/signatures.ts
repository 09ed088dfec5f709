// HMAC-SHA256 as contract/platform.md describes it: hex, keyed with the plant's secret as UTF-8. How an ack is
// signed the documents do not say; it follows the command's rule.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from './canonical-json'
import type { AckMessage, CommandMessage } from './messages'

/** Signature of a command: over `plantId|cmdId|ts|action|canonicalJson(payload)`. */
export function signCommand(
  secret: string,
  plantId: string,
  { cmdId, ts, action, payload }: Omit<CommandMessage, 'sig'>,
): string {
  return hmac(secret, [plantId, cmdId, ts, action, canonicalJson(payload)])
}

/** Signature of an ack: over `plantId|cmdId|ts|st|n|canonicalJson(err, msg and data, those that are there)`. */
export function signAck(
  secret: string,
  plantId: string,
  { cmdId, ts, st, n, err, msg, data }: Omit<AckMessage, 'sig'>,
): string {
  return hmac(secret, [plantId, cmdId, ts, st, n, canonicalJson({ err, msg, data })])
}

/** Compares signatures without telling by its time how much of them agrees. */
export function isSameSignature(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function hmac(secret: string, parts: readonly (string | number)[]): string {
  return createHmac('sha256', Buffer.from(secret, 'utf8')).update(parts.join('|')).digest('hex')
}
