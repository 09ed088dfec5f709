import { SignJWT, jwtVerify } from 'jose'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Role } from './roles'
import { openSigningKey } from './signing-key'

const issuer = 'plantdeck-sandbox'
const audience = 'plants-api'
const algorithm = 'ES256'

interface AccessTokenSubject {
  userId: string
  username: string
  role: Role
  organizationId: string
  organizationName: string
  sessionId: string
}

export interface AccessTokens {
  sign(subject: AccessTokenSubject, lifeSeconds: number): Promise<string>
  /** Returns the session of a valid token, or null for an invalid or expired one. */
  readSession(token: string): Promise<string | null>
}

const claimsSchema = z.object({ sid: z.string(), exp: z.number() })
const maxVerified = 1_000

/** Opens the access tokens of a data folder, whose signing key is created at the first start. */
export async function openAccessTokens(dataFolder: string): Promise<AccessTokens> {
  const keyFile = join(dataFolder, 'access-token-key.json')
  const { privateKey, publicKey } = await openSigningKey(keyFile, algorithm)
  // Verifying a signature costs more than most requests, and a verified token stays valid until it expires.
  const verified = new Map<string, { sessionId: string; expiresAtMs: number }>()
  return {
    sign: (subject, lifeSeconds) =>
      new SignJWT({
        sid: subject.sessionId,
        preferred_username: subject.username,
        name: subject.username,
        roles: [subject.role],
        organization_id: subject.organizationId,
        organization_name: subject.organizationName,
      })
        .setProtectedHeader({ alg: algorithm, typ: 'at+jwt' })
        .setSubject(subject.userId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setJti(crypto.randomUUID())
        .setIssuedAt()
        .setExpirationTime(`${lifeSeconds}s`)
        .sign(privateKey),
    readSession: async (token) => {
      const known = verified.get(token)
      if (known !== undefined && known.expiresAtMs > Date.now()) return known.sessionId
      try {
        const options = { issuer, audience, algorithms: [algorithm], typ: 'at+jwt' }
        const { payload } = await jwtVerify(token, publicKey, options)
        const { sid: sessionId, exp } = z.parse(claimsSchema, payload)
        if (verified.size >= maxVerified) verified.clear()
        verified.set(token, { sessionId, expiresAtMs: exp * 1000 })
        return sessionId
      } catch {
        verified.delete(token)
        return null
      }
    },
  }
}
