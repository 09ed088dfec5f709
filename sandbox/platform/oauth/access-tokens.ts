import { SignJWT, jwtVerify } from 'jose'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Role } from './roles'
import { openSigningKey } from './signing-key'

const issuer = 'plantdeck-sandbox'
const audience = 'plants-api'
const algorithm = 'ES256'

/** What an access token says about its bearer. */
export interface AccessTokenSubject {
  userId: string
  username: string
  role: Role
  organizationId: string
  organizationName: string
  sessionId: string
}

/** Signs and verifies access tokens. */
export interface AccessTokens {
  sign(subject: AccessTokenSubject, lifeSeconds: number): Promise<string>
  /** The session a valid token belongs to; null for an invalid or expired one. */
  readSession(token: string): Promise<string | null>
}

const claimsSchema = z.object({ sid: z.string(), exp: z.number() })
const maxVerified = 1_000

/** Access tokens signed with the data folder's own key, made at first start and readable by its owner only. */
export async function openAccessTokens(dataFolder: string): Promise<AccessTokens> {
  const keyFile = join(dataFolder, 'access-token-key.json')
  const { privateKey, publicKey } = await openSigningKey(keyFile, algorithm)
  // Checking a signature costs more than answering most requests; a token that was right stays so.
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
