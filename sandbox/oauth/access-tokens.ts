import { SignJWT, exportJWK, generateKeyPair, importJWK, jwtVerify } from 'jose'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Role } from './roles'

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
  const key = await signingKey(join(dataFolder, 'access-token-key.json'))
  const { d: _private, ...publicPart } = key
  const privateKey = await importJWK(key, algorithm)
  const publicKey = await importJWK(publicPart, algorithm)
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

const jwkSchema = z.object({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  d: z.string(),
})

async function signingKey(file: string): Promise<z.infer<typeof jwkSchema>> {
  const stored = await readFile(file, 'utf8').catch(() => null)
  if (stored !== null) return z.parse(jwkSchema, JSON.parse(stored))
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const key = z.parse(jwkSchema, await exportJWK(privateKey))
  // Written aside and renamed: a crash in between must not leave half a key.
  await writeFile(`${file}.new`, JSON.stringify(key), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return key
}
