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
  const { 1: payload = '', length } = token.split('.')
  if (length !== 3) return undefined
  try {
    const claims: unknown = JSON.parse(decodeText(payload))
    const isObject = typeof claims === 'object' && claims !== null && !Array.isArray(claims)
    return isObject ? { ...claims } : undefined
  } catch {
    return undefined
  }
}

/** Decodes base64url to UTF-8 text. Throws on other text. */
function decodeText(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(bytes, (char) => char.charCodeAt(0)),
  )
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** JWTs count in seconds; values outside the range of Date are ignored. */
function instantOf(value: unknown): number | undefined {
  if (typeof value !== 'number') return undefined
  const atMs = Math.round(value * 1000)
  return Number.isNaN(new Date(atMs).getTime()) ? undefined : atMs
}
