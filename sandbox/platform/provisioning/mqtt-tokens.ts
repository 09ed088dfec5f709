import { SignJWT, jwtVerify } from 'jose'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { openSigningKey } from '#sandbox/platform/oauth/signing-key'

const issuer = 'plantdeck-sandbox'
const audience = 'plant-broker'
const algorithm = 'RS256'

/** Lifetimes of a token (s): 1 h by default, at most 24 h (contract/platform.md). */
const tokenLifeSeconds = 60 * 60
export const maxTokenLifeSeconds = 24 * 60 * 60

/** Plant of a token, with the generation of the package to which the token belongs. */
interface MqttTokenSubject {
  plantId: string
  generation: number
}

/** Issuer and reader of the JWTs that TOKEN plants use as MQTT passwords. */
export interface MqttTokens {
  issue(
    subject: MqttTokenSubject,
    now: Date,
    lifeSeconds?: number,
  ): Promise<{ token: string; expiresAt: string }>
  /** Returns null for an invalid or expired token. */
  read(token: string): Promise<MqttTokenSubject | null>
}

const claimsSchema = z.object({ sub: z.string(), gen: z.int() })

/** Opens the MQTT tokens of a data folder, whose signing key is created at the first start. */
export async function openMqttTokens(dataFolder: string, now: () => Date): Promise<MqttTokens> {
  const keyFile = join(dataFolder, 'mqtt-token-key.json')
  const { privateKey, publicKey } = await openSigningKey(keyFile, algorithm)
  return {
    issue: async ({ plantId, generation }, issuedAt, lifeSeconds = tokenLifeSeconds) => {
      const iat = Math.floor(issuedAt.getTime() / 1000)
      const exp = iat + Math.min(lifeSeconds, maxTokenLifeSeconds)
      const token = await new SignJWT({ gen: generation })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setSubject(plantId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setJti(crypto.randomUUID())
        .setIssuedAt(iat)
        .setExpirationTime(exp)
        .sign(privateKey)
      return { token, expiresAt: new Date(exp * 1000).toISOString() }
    },
    read: async (token) => {
      try {
        const options = { issuer, audience, algorithms: [algorithm], currentDate: now() }
        const { payload } = await jwtVerify(token, publicKey, options)
        const { sub: plantId, gen: generation } = z.parse(claimsSchema, payload)
        return { plantId, generation }
      } catch {
        return null
      }
    },
  }
}
