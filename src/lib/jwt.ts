import { decodeJwt } from 'jose'

interface TokenClaims {
  subject: string | undefined
  issuer: string | undefined
  audience: string | undefined
  issuedAtMs: number | undefined
  notBeforeMs: number | undefined
  expiresAtMs: number | undefined
}

/** Reads the claims of a JWT without checking its signature; undefined for text that is not a JWT. Never throws. */
export function readClaims(token: string): TokenClaims | undefined {
  const claims = decodeClaims(token)
  if (!claims) return undefined
  return {
    subject: textOf(claims.sub),
    issuer: textOf(claims.iss),
    audience: Array.isArray(claims.aud)
      ? claims.aud.filter((one) => typeof one === 'string').join(', ')
      : textOf(claims.aud),
    issuedAtMs: instantOf(claims.iat),
    notBeforeMs: instantOf(claims.nbf),
    expiresAtMs: instantOf(claims.exp),
  }
}

/** Decodes all claims of a JWT without checking its signature; undefined for any other text. Never throws. */
export function decodeClaims(token: string): Record<string, unknown> | undefined {
  try {
    return decodeJwt(token)
  } catch {
    return undefined
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** JWTs count in seconds; values outside the range of Date are ignored. */
function instantOf(value: unknown): number | undefined {
  if (typeof value !== 'number') return undefined
  const atMs = Math.round(value * 1000)
  return Number.isNaN(new Date(atMs).getTime()) ? undefined : atMs
}
