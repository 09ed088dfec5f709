import { describe, expect, it } from 'vitest'
import { readClaims } from './jwt'

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: unknown) => `${base64url({ alg: 'RS256' })}.${base64url(claims)}.c2ln`

describe('readClaims', () => {
  it('reads times as milliseconds and joins multiple audiences into one text', () => {
    const claims = { sub: 'plant', iss: 'us', aud: ['a', 'b'], iat: 10, nbf: 9.5, exp: 3610 }
    expect(readClaims(jwt(claims))).toEqual({
      subject: 'plant',
      issuer: 'us',
      audience: 'a, b',
      issuedAtMs: 10_000,
      notBeforeMs: 9_500,
      expiresAtMs: 3_610_000,
    })
  })

  it('reads text outside ASCII, and the two characters in which base64url differs from base64', () => {
    const token = jwt({ sub: 'Zoë ›???›~~~', iss: '👷' })
    expect(token).toMatch(/[-_]/)
    expect(readClaims(token)).toEqual({ subject: 'Zoë ›???›~~~', issuer: '👷' })
  })

  it('omits claims of the wrong type', () => {
    const claims = { sub: 7, aud: 'a', iat: 'now', exp: 1e300, nbf: null }
    expect(readClaims(jwt(claims))).toEqual({ audience: 'a' })
  })

  it.each([
    '',
    'x',
    'a.b.c',
    `${base64url({})}.${base64url([])}.`,
    jwt(null),
    'a.b.c.d.e',
    `.${base64url({})}`,
  ])('reads nothing from %j', (token) => {
    expect(readClaims(token)).toBeUndefined()
  })
})
