import { X509Certificate, createPrivateKey } from 'node:crypto'
import * as z from 'zod/mini'

const text = z.string().check(z.minLength(1))

const plantPackageSchema = z.object({
  plantId: text,
  authMethod: z.enum(['MTLS', 'TOKEN', 'PASSWORD']),
  mqtt: z.object({
    /** Host name, which must be in the broker's certificate. */
    broker: text,
    port: z.int().check(z.minimum(1), z.maximum(65_535)),
    topics: z.object({ telemetry: text, commands: text, ack: text, status: text }),
  }),
  protocol: z.optional(z.unknown()),
  security: z.object({
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

/** Provisioning package, as a controller stores it on its own disk. */
export type PlantPackage = z.infer<typeof plantPackageSchema>

type Secret = Exclude<keyof PlantPackage['security'], 'caCert' | 'hmacSecret'>

/** Credentials of a plant, besides its ID. */
const credentials: Record<PlantPackage['authMethod'], readonly Secret[]> = {
  MTLS: ['clientCert', 'clientKey'],
  TOKEN: ['token'],
  PASSWORD: ['username', 'password'],
}

/** Thrown for an invalid package; the message names the problem in one line. */
export class PackageError extends Error {
  override readonly name = 'PackageError'
}

/**
 * Reads a downloaded package and parses its certificates and key.
 * @throws PackageError
 */
export function readPackage(json: string): PlantPackage {
  const result = z.safeParse(plantPackageSchema, parse(json))
  if (!result.success) {
    const path = result.error.issues[0]?.path.join('.')
    throw new PackageError(path ? `${path} is missing or invalid` : 'not a package')
  }
  const { authMethod, security } = result.data
  for (const secret of credentials[authMethod]) {
    if (security[secret]) continue
    throw new PackageError(`security.${secret} is missing: authMethod is ${authMethod}`)
  }
  attempt('security.caCert is not a PEM certificate', () => new X509Certificate(security.caCert))
  if (authMethod === 'MTLS') checkKeyPair(security)
  return result.data
}

/** Returns true if two packages differ at most in their HMAC secret, so that no new connection is necessary. */
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
    'security.clientCert is not a PEM certificate',
    () => new X509Certificate(clientCert ?? ''),
  )
  const key = attempt('security.clientKey is not a PEM private key', () =>
    createPrivateKey(clientKey ?? ''),
  )
  if (!certificate.checkPrivateKey(key)) {
    throw new PackageError('security.clientKey does not match security.clientCert')
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
