// The messages between platform and plant. Command and ack are those of contract/platform.md; the documents
// give telemetry and status no shape, so these two are ours.
import * as z from 'zod/mini'
import { readUnambiguousJson } from './canonical-json'
import { exceedsDepth } from './json-depth'

/** How long a plant may still carry out a command after its `ts`; one that comes later is refused. */
export const commandLifeMs = 60_000

/** PLCs take messages up to 8 KB (contract/platform.md). */
export const maxCommandBytes = 8 * 1024

/** The largest message that the platform takes from a plant. */
export const maxPlantMessageBytes = 16 * 1024

/** As deep as the API takes JSON too. */
const maxAckDepth = 32

const unixMs = z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000))
const jsonObject = z.record(z.string(), z.unknown())

/** Platform to plant, QoS 1, never retained. */
export const commandMessageSchema = z.object({
  cmdId: z.string(),
  /** Unix time, ms. */
  ts: unixMs,
  action: z.string(),
  payload: jsonObject,
  /** Sub-device, such as `INV1`. */
  target: z.optional(z.string()),
  sig: z.string(),
})
export type CommandMessage = z.infer<typeof commandMessageSchema>

/** Plant to platform, QoS 1: what became of a command. */
const ackMessageSchema = z.object({
  cmdId: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Becomes `responseStatus`. */
  st: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,32}$/)),
  /** Unix time, ms. */
  ts: unixMs,
  /** Nonce; a plant never uses one twice. */
  n: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Code of the error. */
  err: z.optional(z.string().check(z.maxLength(64))),
  msg: z.optional(z.string().check(z.maxLength(500))),
  /** What a command that asks for something brings back; ours. */
  data: z.optional(jsonObject),
  sig: z.string(),
})
export type AckMessage = z.infer<typeof ackMessageSchema>

/** One moment of a plant: NUMERIC signals by their `field`, BINARY ones as bits of a number. */
const telemetrySampleSchema = z.object({
  /** Unix time, ms. */
  ts: unixMs,
  values: z.record(z.string(), z.number()),
  bits: z.optional(z.int().check(z.minimum(0), z.maximum(0xffff_ffff))),
})
export type TelemetrySample = z.infer<typeof telemetrySampleSchema>

const telemetryMessageSchema = z.union([
  telemetrySampleSchema,
  z.object({ samples: z.array(telemetrySampleSchema).check(z.minLength(1), z.maxLength(500)) }),
])

/** Plant to platform, QoS 1, also its last will: how it is. */
export const statusMessageSchema = z.object({
  /** Unix time, ms. */
  ts: unixMs,
  state: z.enum(['online', 'degraded', 'offline']),
  firmware: z.optional(z.string().check(z.maxLength(64))),
  /** External ids of its sub-devices: what a command's `target` may name. */
  devices: z.optional(
    z.array(z.string().check(z.regex(/^[A-Z0-9_-]{1,32}$/))).check(z.maxLength(64)),
  ),
  reason: z.optional(z.string().check(z.maxLength(200))),
})
export type StatusMessage = z.infer<typeof statusMessageSchema>

/**
 * Reads an ack; null when it is none, or when what it would sign could be read in two ways or not be written
 * canonically at all.
 */
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

/** Reads a message; null when it is none of its kind. */
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
 * Plant to platform, QoS 1: what it measured, oldest first. One sample, or `{samples}` with several of them
 * after it was out of contact. Null when it is neither.
 */
export function readTelemetry(payload: Buffer | string): TelemetrySample[] | null {
  const message = readMessage(telemetryMessageSchema, payload)
  if (!message) return null
  return 'samples' in message ? message.samples : [message]
}
