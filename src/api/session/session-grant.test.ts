import { expect, test, vi } from 'vitest'
import {
  type Grant,
  endsAtMs,
  firstGrant,
  isNewer,
  nextGrant,
  readPerson,
  renewAtMs,
} from './session-grant'
import { credentials } from './test-token-server'

const grant: Grant = {
  sessionId: 'a',
  signedInAtMs: 1_000,
  generation: 3,
  clientId: 'plantdeck',
  username: 'typed',
  accessToken: 'opaque',
  refreshToken: 'r',
  receivedAtMs: 0,
  lifeMs: 600_000,
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
    'a later session with fewer renewals',
    { sessionId: 'b', signedInAtMs: 2_000, generation: 0 },
    true,
  ],
  ['an earlier session with more', { sessionId: 'b', signedInAtMs: 500, generation: 9 }, false],
])('comparing a grant with %s', (_what, over, expected) => {
  expect(isNewer({ ...grant, ...over }, grant)).toBe(expected)
  expect(isNewer({ ...grant, ...over }, undefined)).toBe(true)
})

test.each([
  [600, 540_000],
  [300, 240_000],
  [100, 80_000],
  [10, 8_000],
  [undefined, Infinity],
])('a token valid for %s s is renewed after %d ms', (expiresInS, expectedMs) => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(5_000)
  const tokens = { accessToken: 'a', refreshToken: undefined, expiresInS }
  const first = firstGrant({ ...credentials, username: 'ada' }, tokens)
  now.mockRestore()
  expect(renewAtMs(first) - 5_000).toBe(expectedMs)
  expect(endsAtMs(first) - 5_000).toBe(expiresInS === undefined ? Infinity : expiresInS * 1000)
})

test('a renewal increments the generation and keeps a refresh token that the server does not rotate', () => {
  const tokens = { accessToken: 'b', refreshToken: undefined, expiresInS: 60 }
  expect(nextGrant(grant, tokens)).toMatchObject({
    sessionId: 'a',
    generation: 4,
    accessToken: 'b',
    refreshToken: 'r',
    lifeMs: 60_000,
  })
  expect(nextGrant(grant, { ...tokens, refreshToken: 's' })).toMatchObject({ refreshToken: 's' })
})

test.each<[string, object, object]>([
  ['its own name', { preferred_username: 'ada', name: 'Ada' }, { username: 'ada', name: 'Ada' }],
  ['nothing', {}, { username: 'typed', name: undefined, roles: undefined }],
  ['a list of roles', { roles: ['admin', 5, null] }, { roles: ['admin'] }],
  ['roles in one string', { role: 'admin support' }, { roles: ['admin', 'support'] }],
  ['an organization', { organization_name: 'Velvary' }, { organizationName: 'Velvary' }],
  ['wrong types', { name: {}, roles: { a: 1 }, organization_name: 5 }, { name: undefined }],
])('reads the user from a token with %s', (_what, claims, expected) => {
  expect(readPerson({ ...grant, accessToken: jwt(claims) })).toMatchObject(expected)
})

test.each([
  ['nothing was chosen', {}, { organizationId: undefined, organizationName: 'Velvary' }],
  [
    'their own was chosen',
    { chosenId: 'o1' },
    { organizationId: undefined, organizationName: 'Velvary' },
  ],
  ['another was chosen', { chosenId: 'o2' }, { organizationId: 'o2', organizationName: undefined }],
  [
    'the deployment has one',
    { defaultId: 'o3' },
    { organizationId: 'o3', organizationName: undefined },
  ],
  [
    'their own was chosen instead',
    { chosenId: 'o1', defaultId: 'o3' },
    { organizationId: 'o1', organizationName: 'Velvary' },
  ],
  [
    'another was chosen instead',
    { chosenId: 'o2', defaultId: 'o3' },
    { organizationId: 'o2', organizationName: undefined },
  ],
  [
    'the deployment’s was chosen',
    { chosenId: 'o3', defaultId: 'o3' },
    { organizationId: 'o3', organizationName: undefined },
  ],
  [
    'the deployment’s is their own',
    { defaultId: 'o1' },
    { organizationId: 'o1', organizationName: 'Velvary' },
  ],
])('settles the organization when %s', (_when, organizations, expected) => {
  const accessToken = jwt({ organization_id: 'o1', organization_name: 'Velvary' })
  expect(readPerson({ ...grant, accessToken }, organizations)).toMatchObject({
    ownOrganizationId: 'o1',
    ...expected,
  })
})

test.each(['', 'opaque', 'a.b.c', '..', jwt([]), 'eyJ.ÿ.x'])(
  'reads no claims from %j',
  (accessToken) => {
    expect(readPerson({ ...grant, accessToken })).toMatchObject({ username: 'typed' })
  },
)
