import { X509Certificate, createPrivateKey } from 'node:crypto'
import * as z from 'zod/mini'

const text = z.string().check(z.minLength(1))

const plantPackageSchema = z.object({
  plantId: text,
  authMethod: z.enum(['MTLS', 'TOKEN', 'PASSWORD']),
  mqtt: z.object({
    /** Host name, which the broker's certificate has to bear. */
    broker: text,
    port: z.int().check(z.minimum(1), z.maximum(65_535)),
    topics: z.object({ telemetry: text, commands: text, ack: text, status: text }),
  }),
  protocol: z.optional(z.unknown()),
  security: z.object({
    /** PEM. */
    caCert: text,
    clientCert: z.nullish(z.string()),
    clientKey: z.nullish(z.string()),
    hmacSecret: text,
    username: z.nullish(z.string()),
    password: z.nullish(z.string()),
    /** JWT, sent as the MQTT password. */
    token: z.nullish(z.string()),
  }),
})

/** A provisioning package: what a controller keeps on its own disk. */
export type PlantPackage = z.infer<typeof plantPackageSchema>

type Secret = Exclude<keyof PlantPackage['security'], 'caCert' | 'hmacSecret'>

/** What a plant signs in with, beside its id. */
const credentials: Record<PlantPackage['authMethod'], readonly Secret[]> = {
  MTLS: ['clientCert', 'clientKey'],
  TOKEN: ['token'],
  PASSWORD: ['username', 'password'],
}

/** A package that no plant can be run from; the message says in one line what is wrong with it. */
export class PackageError extends Error {
  override readonly name = 'PackageError'
}

/**
 * Reads a downloaded package and tries its certificates and key.
 * @throws PackageError
 */
export function readPackage(json: string): PlantPackage {
  const result = z.safeParse(plantPackageSchema, parse(json))
  if (!result.success) {
    const path = result.error.issues[0]?.path.join('.')
    throw new PackageError(path ? `${path} is missing or not what it should be` : 'not a package')
  }
  const { authMethod, security } = result.data
  for (const secret of credentials[authMethod]) {
    if (security[secret]) continue
    throw new PackageError(`security.${secret} is missing: authMethod is ${authMethod}`)
  }
  attempt('security.caCert is no PEM certificate', () => new X509Certificate(security.caCert))
  if (authMethod === 'MTLS') checkKeyPair(security)
  return result.data
}

/** Whether a package differs from another in its HMAC secret at most, so that no new connection is needed. */
export function connectsAlike(one: PlantPackage, other: PlantPackage): boolean {
  return connectionText(one) === connectionText(other)
}

function connectionText({ plantId, authMethod, mqtt, security }: PlantPackage): string {
  const { broker, port, topics } = mqtt
  const secrets = credentials[authMethod].map((secret) => security[secret])
  const { telemetry, commands, ack, status } = topics
  const all = [plantId, authMethod, broker, port, telemetry, commands, ack, status]
  return JSON.stringify([...all, security.caCert, ...secrets])
}

function checkKeyPair({ clientCert, clientKey }: PlantPackage['security']): void {
  const certificate = attempt(
    'security.clientCert is no PEM certificate',
    () => new X509Certificate(clientCert ?? ''),
  )
  const key = attempt('security.clientKey is no PEM private key', () =>
    createPrivateKey(clientKey ?? ''),
  )
  if (!certificate.checkPrivateKey(key)) {
    throw new PackageError('security.clientKey does not belong to security.clientCert')
  }
}

function parse(json: string): unknown {
  return attempt('the file is not JSON', () => JSON.parse(json) as unknown)
}

function attempt<T>(message: string, read: () => T): T {
  try {
    return read()
  } catch {
    throw new PackageError(message)
  }
}
