import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountOperations } from '#sandbox/platform/operations'
import type { ApiClient, TestOrganization } from '#sandbox/proof/testing/api-client'
import { type TestPlatform, startTestPlatform } from '#sandbox/proof/testing/test-platform'

type Person = keyof TestOrganization['users']

let platform: TestPlatform
let client: ApiClient
let ours: TestOrganization
let theirs: TestOrganization

beforeAll(async () => {
  platform = await startTestPlatform()
  client = platform.client()
  ours = await client.organization()
  theirs = await client.organization()
})
afterAll(() => platform.stop())

const tokenOf = (person: Person, organization = ours) => client.signIn(organization.users[person])

async function idOf(person: Person, organization = ours): Promise<string> {
  const token = await tokenOf('superadmin', organization)
  const { json } = await client.api('GET', '/users?limit=100', { token })
  const users = json.data as { id: string; username: string }[]
  return users.find(({ username }) => username === organization.users[person].username)?.id ?? ''
}

const newAccount = (username: string, role = 'support') => ({
  username: `${username}-${crypto.randomUUID().slice(0, 8)}`,
  password: 'correct horse battery',
  role,
})

async function createdAccount(role?: string) {
  const body = newAccount('new', role)
  const token = await tokenOf('superadmin')
  const { json } = await client.api('POST', '/users', { token, body })
  return { ...body, id: String(json.id) }
}

describe('rights', () => {
  const people: Person[] = ['superadmin', 'admin', 'operator', 'support']
  const matrix = accountOperations.flatMap(({ id, method, path }) =>
    people.map((person) => {
      const may = id === 'listOrganizations' || /admin/.test(person)
      return { id, method, path, person, may }
    }),
  )

  test.each(matrix)('$person, $id: allowed $may', async ({ method, path, person, may }) => {
    const { status, json } = await client.api(
      method.toUpperCase(),
      path.replace('{userId}', crypto.randomUUID()),
      { token: await tokenOf(person) },
    )
    expect(status === 403).toBe(!may)
    if (!may) expect(json.code).toBe('FORBIDDEN')
  })

  const onUser = accountOperations.filter(({ path }) => path.includes('{userId}'))
  test.each(onUser)('a user of another organization is not found by $id', async (operation) => {
    const path = operation.path.replace('{userId}', await idOf('support', theirs))
    const token = await tokenOf('superadmin')
    const { status, json } = await client.api(operation.method.toUpperCase(), path, {
      token,
      ...(operation.body && { body: { role: 'operator' } }),
    })
    expect([status, json.code]).toEqual([404, 'NOT_FOUND'])
  })

  test('no list shows users or entries of another organization', async () => {
    const token = await tokenOf('admin')
    const users = await client.api('GET', '/users', { token })
    expect(users.text).toContain(ours.users.support.username)
    expect(users.text).not.toContain(theirs.users.support.username)
    const entries = await client.api('GET', '/audit?limit=100', { token })
    expect(entries.text).not.toContain(theirs.users.superadmin.username)
  })

  test('only super-admins make, change or equip super-admins', async () => {
    const token = await tokenOf('admin')
    const superadmin = await idOf('superadmin')
    const requests = [
      client.api('POST', '/users', { token, body: newAccount('boss', 'super-admin') }),
      client.api('PATCH', `/users/${superadmin}`, { token, body: { role: 'support' } }),
      client.api('PATCH', `/users/${await idOf('support')}`, {
        token,
        body: { role: 'super-admin' },
      }),
      client.api('POST', `/users/${superadmin}/api-credentials`, { token }),
    ]
    for (const { status, json } of await Promise.all(requests)) {
      expect([status, json.code]).toEqual([403, 'SUPER_ADMIN_REQUIRED'])
    }
  })

  test('users can’t change their own role or state', async () => {
    const token = await tokenOf('admin')
    const path = `/users/${await idOf('admin')}`
    const refused = await client.api('PATCH', path, { token, body: { state: 'DISABLED' } })
    expect([refused.status, refused.json.code]).toEqual([400, 'BAD_REQUEST'])
    expect((await client.api('GET', path, { token })).json.state).toBe('ACTIVE')
  })
})

test('creates a user, who can sign in with the role', async () => {
  const account = await createdAccount('operator')
  const token = await client.signIn(account)
  expect((await client.api('GET', '/plants', { token })).status).toBe(200)
  expect((await client.api('POST', '/plants', { token, body: {} })).status).toBe(403)
  const { json } = await client.api('GET', `/users/${account.id}`, {
    token: await tokenOf('admin'),
  })
  expect(json).toMatchObject({ role: 'operator', state: 'ACTIVE', apiCredentials: null })
  expect(json.lastSignInAt).toMatch(/^\d{4}-/)
  expect(JSON.stringify(json)).not.toContain('argon2')
})

test.each([
  [{ password: 'short' }, 'password'],
  [{ username: ' ' }, 'username'],
  [{ username: 'a\nb' }, 'username'],
  [{ role: 'owner' }, 'role'],
])('refuses %o', async (wrong, field) => {
  const token = await tokenOf('admin')
  const body = { ...newAccount('x'), ...wrong }
  const { status, json } = await client.api('POST', '/users', { token, body })
  expect([status, json.code]).toEqual([400, 'VALIDATION_ERROR'])
  expect(String(json.details)).toContain(`${field}: `)
})

test('refuses a user name that is taken, also in another organization', async () => {
  const { username } = theirs.users.support
  const body = { ...newAccount('x'), username }
  const token = await tokenOf('admin')
  const { status, json } = await client.api('POST', '/users', { token, body })
  expect([status, json.code]).toEqual([409, 'CONFLICT'])
})

test('disabling ends the sessions at once, and enabling allows new ones', async () => {
  const account = await createdAccount()
  const admin = await tokenOf('admin')
  const path = `/users/${account.id}`
  const token = await client.signIn(account)
  await client.api('PATCH', path, { token: admin, body: { state: 'DISABLED' } })
  expect((await client.api('GET', '/plants', { token })).status).toBe(401)
  const refused = await client.token({ grant_type: 'password', ...account })
  expect([refused.status, refused.json.error]).toEqual([400, 'invalid_grant'])
  await client.api('PATCH', path, { token: admin, body: { state: 'ACTIVE' } })
  expect((await client.api('GET', '/plants', { token })).status).toBe(401)
  await client.signIn(account)
})

test('a change of role applies to tokens that were issued before', async () => {
  const account = await createdAccount('operator')
  const token = await client.signIn(account)
  const send = () => client.api('POST', `/plants/${crypto.randomUUID()}/commands`, { token })
  expect((await send()).status).toBe(404)
  const admin = await tokenOf('admin')
  await client.api('PATCH', `/users/${account.id}`, { token: admin, body: { role: 'support' } })
  expect((await send()).status).toBe(403)
})
