import { mutationOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request } from './client'
import { forgetDoubtfulRotation, rememberDoubtfulRotation } from './doubtful-rotations'
import { outcomeOf } from './errors'
import { openEnum, timestampSchema, tolerant, tolerantUnnamed } from './fields'
import { rereadPlantsLater } from './plant-mutations'
import type { AuthMethod, Plant } from './plant-schemas'
import { plantPath } from './plants'
import { plantKeys } from './query-keys'
import { rememberGrace } from './stated-grace'
import { jsonTextOf } from '@/lib/json-writing'
import type { WithUnreadable } from '@/lib/unreadable'

const topicsSchema = z.looseObject({
  telemetry: z.nullish(z.string()),
  commands: z.nullish(z.string()),
  ack: z.nullish(z.string()),
  status: z.nullish(z.string()),
})

const brokerSchema = z.looseObject({
  broker: z.nullish(z.string()),
  port: z.nullish(z.int()),
  topics: z.nullish(topicsSchema),
})

const credentialsSchema = z.looseObject({
  caCert: z.nullish(z.string()),
  clientCert: z.nullish(z.string()),
  clientKey: z.nullish(z.string()),
  hmacSecret: z.nullish(z.string()),
})

/** A provisioning package: how to reach the broker, and secrets that are shown once. */
export const provisioningPackageSchema = z
  .object({
    plantId: z.string(),
    authMethod: openEnum<AuthMethod>(),
    mqtt: brokerSchema,
    protocol: z.nullish(z.looseObject({})),
    security: credentialsSchema,
  })
  .register(z.globalRegistry, { id: 'ProvisioningPackage' })
export type ProvisioningPackage = z.infer<typeof provisioningPackageSchema>

/** A new HMAC secret, shown once; the previous one stays valid for another `gracePeriodMinutes`. */
export const rotatedSecretSchema = z
  .object({ hmacSecret: z.string(), gracePeriodMinutes: z.nullish(z.int()) })
  .register(z.globalRegistry, { id: 'RotatedSecret' })
export type RotatedSecret = z.infer<typeof rotatedSecretSchema> & WithUnreadable

/** A JWT for a TOKEN plant, shown once. */
export const mqttTokenSchema = z
  .object({ token: z.string(), expiresAt: timestampSchema })
  .register(z.globalRegistry, { id: 'MqttToken' })
export type MqttToken = z.infer<typeof mqttTokenSchema> & WithUnreadable

const credentialNames = Object.keys(credentialsSchema.shape)

/** Credentials of any shape: values documented as text that have another type are kept as JSON text. */
const readableCredentialsSchema = z.pipe(
  z.transform((input: unknown) => {
    if (input === null || input === undefined) return input
    if (typeof input !== 'object' || Array.isArray(input)) return { security: input }
    return Object.fromEntries(
      Object.entries(input).map(([name, value]: [string, unknown]) => {
        const isRaw = typeof value === 'string' || value === null || value === undefined
        return [name, isRaw || !credentialNames.includes(name) ? value : jsonTextOf(value)]
      }),
    )
  }),
  credentialsSchema,
)

// A secret is sent only once: a problem with another field must not make the response unreadable.
const readablePackageSchema = tolerantUnnamed(
  z.extend(z.looseObject(provisioningPackageSchema.shape), {
    mqtt: tolerantUnnamed(
      z.extend(brokerSchema, {
        port: z.pipe(z.transform(numberFromText), z.nullish(z.int())),
        topics: z.nullish(tolerantUnnamed(topicsSchema)),
      }),
    ),
    security: readableCredentialsSchema,
  }),
  { plantId: '', authMethod: '', mqtt: {} },
)

function numberFromText(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value
}

/** Mutation options for issuing a package, which invalidates the previous credentials. Not repeatable. */
export const provisionPlant = mutationOptions({
  mutationFn: (plantId: string) =>
    request({
      operation: 'provisionPlant',
      method: 'POST',
      path: plantPath(plantId, 'provision'),
      requestClass: 'physical',
      schema: readablePackageSchema,
    }),
  onSettled: rereadPlantsLater,
})

/** Mutation options for downloading the package again. A secret read: never cached, prefetched or retried. */
export const downloadProvisioningPackage = mutationOptions({
  mutationFn: (plantId: string) =>
    request({
      operation: 'downloadProvisioningPackage',
      method: 'GET',
      path: plantPath(plantId, 'provision/download'),
      requestClass: 'secret',
      schema: readablePackageSchema,
    }),
})

/** Mutation options for rotating the HMAC secret. Not repeatable within the grace period. */
export const rotateSecret = mutationOptions({
  mutationFn: async (plantId: string, { client }) => {
    const before = client.getQueryData<Plant>(plantKeys.detail(plantId))
    const rotated = await request({
      operation: 'rotateSecret',
      method: 'POST',
      path: plantPath(plantId, 'rotate-secret'),
      requestClass: 'physical',
      schema: tolerant(rotatedSecretSchema),
    }).catch((error: unknown) => {
      // The browser may have repeated the request, and the server executed each copy.
      if (outcomeOf(error) !== 'not-sent') rememberDoubtfulRotation(plantId, before)
      throw error
    })
    forgetDoubtfulRotation(plantId)
    rememberGrace(plantId, rotated.gracePeriodMinutes)
    return rotated
  },
  onSettled: rereadPlantsLater,
})

/** Mutation options for issuing an MQTT token for a TOKEN plant. */
export const issueMqttToken = mutationOptions({
  mutationFn: (plantId: string) =>
    request({
      operation: 'issueMqttToken',
      method: 'POST',
      path: plantPath(plantId, 'mqtt-token'),
      requestClass: 'physical',
      schema: tolerant(mqttTokenSchema),
    }),
})

/** Credentials issued for a plant, with the action that issued them: shown once. */
export type Issued =
  | { action: 'provision' | 'download'; provisioningPackage: ProvisioningPackage }
  | { action: 'rotate-secret'; rotatedSecret: RotatedSecret }
  | { action: 'mqtt-token'; mqttToken: MqttToken }
