import { expect, test, vi } from 'vitest'
import { type Grant, isNewer, readPerson, timed } from './session-grant'

const grant: Grant = {
  sessionId: 'a',
  signedInAtMs: 1_000,
  generation: 3,
  clientId: 'plantdeck',
  username: 'typed',
  accessToken: 'opaque',
  refreshToken: 'r',
  renewAtMs: 0,
  endsAtMs: 0,
}

function jwt(claims: object): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`
}

test.each<[string, Partial<Grant>, boolean]>([
  ['its own copy', {}, false],
  ['the next generation', { generation: 4 }, true],
  ['an older generation', { generation: 2 }, false],
  [
    'a later session of fewer renewals',
    { sessionId: 'b', signedInAtMs: 2_000, generation: 0 },
    true,
  ],
  ['an earlier session of more', { sessionId: 'b', signedInAtMs: 500, generation: 9 }, false],
])('a grant and %s', (_what, over, expected) => {
  expect(isNewer({ ...grant, ...over }, grant)).toBe(expected)
  expect(isNewer({ ...grant, ...over }, undefined)).toBe(true)
})

test.each([
  [600, 540_000],
  [300, 240_000],
  [100, 80_000],
  [10, 8_000],
  [0, 0],
  [undefined, 240_000],
])('a token of %s s is renewed after %i ms', (expiresInS, expectedMs) => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(5_000)
  const { renewAtMs } = timed({ accessToken: 'a', refreshToken: undefined, expiresInS })
  now.mockRestore()
  expect(renewAtMs - 5_000).toBe(expectedMs)
})

test.each<[string, object, object]>([
  [
    'a name of its own',
    { preferred_username: 'ada', name: 'Ada' },
    { username: 'ada', name: 'Ada' },
  ],
  ['nothing', {}, { username: 'typed', name: undefined, roles: undefined }],
  ['a list of roles', { roles: ['admin', 5, null] }, { roles: ['admin'] }],
  ['roles in one word', { role: 'admin support' }, { roles: ['admin', 'support'] }],
  ['an organization', { organization_name: 'Velvary' }, { organizationName: 'Velvary' }],
  ['odd types', { name: {}, roles: { a: 1 }, organization_name: 5 }, { name: undefined }],
])('a token that says %s', (_what, claims, expected) => {
  expect(readPerson({ ...grant, accessToken: jwt(claims) })).toMatchObject(expected)
})

test.each(['', 'opaque', 'a.b.c', '..', jwt([]), 'eyJ.ÿ.x'])(
  '%j is read as no claims',
  (accessToken) => {
    expect(readPerson({ ...grant, accessToken })).toMatchObject({ username: 'typed' })
  },
)
