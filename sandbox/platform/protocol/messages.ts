// Messages between platform and plant. Command and ack come from contract/platform.md; telemetry and status are our
// own, because the documents don't define them.
import * as z from 'zod/mini'
import { readUnambiguousJson } from './canonical-json'
import { exceedsDepth } from './json-depth'
import { minuteMs } from '@/lib/instants'

/** Time (ms) after its `ts` in which a plant may execute a command; later ones are refused. */
export const commandLifeMs = minuteMs

/** Size limit for commands: PLCs accept messages up to 8 KB (contract/platform.md). */
export const maxCommandBytes = 8 * 1024

/** Size limit for messages from a plant. */
export const maxPlantMessageBytes = 16 * 1024

/** Depth limit for acks, the same as for JSON in the API. */
const maxAckDepth = 32

const unixMs = z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000))
const jsonObject = z.record(z.string(), z.unknown())

/** Command from platform to plant, QoS 1, never retained. */
export const commandMessageSchema = z.object({
  cmdId: z.string(),
  ts: unixMs,
  action: z.string(),
  payload: jsonObject,
  /** Sub-device, such as `INV1`. */
  target: z.optional(z.string()),
  sig: z.string(),
})
export type CommandMessage = z.infer<typeof commandMessageSchema>

/** Ack from plant to platform, QoS 1: the result of a command. */
const ackMessageSchema = z.object({
  cmdId: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Stored as `responseStatus`. */
  st: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,32}$/)),
  ts: unixMs,
  /** Nonce; a plant never uses the same one twice. */
  n: z.string().check(z.minLength(1), z.maxLength(64)),
  err: z.optional(z.string().check(z.maxLength(64))),
  msg: z.optional(z.string().check(z.maxLength(500))),
  /** Result of a command that requests data; our addition. */
  data: z.optional(jsonObject),
  sig: z.string(),
})
export type AckMessage = z.infer<typeof ackMessageSchema>

/** Sample of a plant at one moment: NUMERIC signals by their `field`, BINARY ones as bits of a number. */
const telemetrySampleSchema = z.object({
  ts: unixMs,
  values: z.record(z.string(), z.number()),
  bits: z.optional(z.int().check(z.minimum(0), z.maximum(0xffff_ffff))),
})
export type TelemetrySample = z.infer<typeof telemetrySampleSchema>

const telemetryMessageSchema = z.union([
  telemetrySampleSchema,
  z.object({ samples: z.array(telemetrySampleSchema).check(z.minLength(1), z.maxLength(500)) }),
])

/** Status from plant to platform, QoS 1, also used as its last will. */
export const statusMessageSchema = z.object({
  ts: unixMs,
  state: z.enum(['online', 'degraded', 'offline']),
  firmware: z.optional(z.string().check(z.maxLength(64))),
  /** External IDs of its sub-devices, as used in a command's `target`. */
  devices: z.optional(
    z.array(z.string().check(z.regex(/^[A-Z0-9_-]{1,32}$/))).check(z.maxLength(64)),
  ),
  reason: z.optional(z.string().check(z.maxLength(200))),
})
export type StatusMessage = z.infer<typeof statusMessageSchema>

/** Parses an ack; returns null for an invalid one, or if its signed content is ambiguous or has no canonical form. */
export function readAck(payload: Buffer | string): AckMessage | null {
  try {
    const text = payload.toString()
    if (exceedsDepth(text, maxAckDepth)) return null
    const result = z.safeParse(ackMessageSchema, readUnambiguousJson(text))
    return result.success ? result.data : null
  } catch {
    return null
  }
}

/** Parses a message; returns null if it doesn't match the schema. */
export function readMessage<T>(
  schema: z.ZodMiniType<T, unknown>,
  payload: Buffer | string,
): T | null {
  try {
    const result = z.safeParse(schema, JSON.parse(payload.toString()))
    return result.success ? result.data : null
  } catch {
    return null
  }
}

/**
 * Parses telemetry from a plant, QoS 1: a single sample, or `{samples}` with several, oldest first, after an
 * interruption. Returns null if it is neither.
 */
export function readTelemetry(payload: Buffer | string): TelemetrySample[] | null {
  const message = readMessage(telemetryMessageSchema, payload)
  if (!message) return null
  return 'samples' in message ? message.samples : [message]
}
