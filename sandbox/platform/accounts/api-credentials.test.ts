// Follows section 2.2 of the document on authentication.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient, TestOrganization } from '#sandbox/proof/testing/api-client'
import { type TestPlatform, startTestPlatform } from '#sandbox/proof/testing/test-platform'

let platform: TestPlatform
let client: ApiClient
let organization: TestOrganization
let admin: string

beforeAll(async () => {
  platform = await startTestPlatform()
  client = platform.client()
  organization = await client.organization()
  admin = await client.signIn(organization.users.admin)
})
afterAll(() => platform.stop())

interface Issued {
  clientUsername: string
  clientPassword: string
  clientId: string
  clientSecret: string
}

async function newUser(role = 'operator'): Promise<string> {
  const username = `program-${crypto.randomUUID().slice(0, 8)}`
  const body = { username, password: 'correct horse battery', role }
  const { json } = await client.api('POST', '/users', { token: admin, body })
  return String(json.id)
}

async function generate(userId: string, headers: Record<string, string> = {}) {
  return client.api('POST', `/users/${userId}/api-credentials`, { token: admin, headers })
}

async function issuedTo(userId: string): Promise<Issued> {
  const { status, json } = await generate(userId)
  expect(status).toBe(201)
  return json as unknown as Issued
}

const fieldsOf = (issued: Issued) => ({
  username: issued.clientUsername,
  password: issued.clientPassword,
  client_id: issued.clientId,
  client_secret: issued.clientSecret,
})
const signIn = (fields: Record<string, string>) =>
  client.token({ grant_type: 'password', ...fields })
const readPlants = async (token: unknown) =>
  (await client.api('GET', '/plants', { token: String(token) })).status

test('the four pieces give a token, which reads and renews', async () => {
  const issued = await issuedTo(await newUser())
  const { json } = await signIn(fieldsOf(issued))
  expect(await readPlants(json.access_token)).toBe(200)
  const renewed = await client.token({
    grant_type: 'refresh_token',
    refresh_token: String(json.refresh_token),
    client_id: issued.clientId,
    client_secret: issued.clientSecret,
  })
  expect(await readPlants(renewed.json.access_token)).toBe(200)
})

test.each(['username', 'password', 'client_id', 'client_secret'])(
  'refuses the pieces with the %s of another user',
  async (name) => {
    const [own, other] = [await issuedTo(await newUser()), await issuedTo(await newUser())]
    const mixed = { ...fieldsOf(own), [name]: new Map(Object.entries(fieldsOf(other))).get(name) }
    expect((await signIn(mixed as Record<string, string>)).json).toMatchObject({
      error: name.startsWith('client_') ? 'invalid_client' : 'invalid_grant',
    })
  },
)

test('the client username and password are useless to the dashboard’s own client', async () => {
  const { username, password } = fieldsOf(await issuedTo(await newUser()))
  expect((await signIn({ username, password })).status).toBe(400)
})

test('generating again ends the earlier pieces and their tokens at once', async () => {
  const userId = await newUser()
  const earlier = await issuedTo(userId)
  const { json } = await signIn(fieldsOf(earlier))
  const later = await issuedTo(userId)
  expect(await readPlants(json.access_token)).toBe(401)
  expect((await signIn(fieldsOf(earlier))).json.error).toBe('invalid_client')
  const renewal = {
    grant_type: 'refresh_token',
    refresh_token: String(json.refresh_token),
    client_id: later.clientId,
    client_secret: later.clientSecret,
  }
  expect((await client.token(renewal)).json.error).toBe('invalid_grant')
  expect((await signIn(fieldsOf(later))).status).toBe(200)
  expect(later.clientUsername).toBe(earlier.clientUsername)
})

test('a repeated request shows no secret again, and issues nothing', async () => {
  const userId = await newUser()
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const first = (await generate(userId, headers)).json as unknown as Issued
  const again = await generate(userId, headers)
  expect([again.status, again.json.code]).toEqual([409, 'CONFLICT'])
  expect((await signIn(fieldsOf(first))).status).toBe(200)
})

test('a disabled user’s credentials stop working, and none are generated', async () => {
  const userId = await newUser()
  const issued = await issuedTo(userId)
  const { json } = await signIn(fieldsOf(issued))
  const body = { state: 'DISABLED' }
  await client.api('PATCH', `/users/${userId}`, { token: admin, body })
  expect(await readPlants(json.access_token)).toBe(401)
  expect((await signIn(fieldsOf(issued))).json.error).toBe('invalid_grant')
  expect((await generate(userId)).status).toBe(400)
})

test('use is counted, and counts as the user’s own in the audit log', async () => {
  const userId = await newUser('admin')
  const issued = await issuedTo(userId)
  const before = await client.api('GET', `/users/${userId}`, { token: admin })
  expect(before.json.apiCredentials).toMatchObject({ lastUsedAt: null, callsToday: 0 })
  const token = String((await signIn(fieldsOf(issued))).json.access_token)
  await readPlants(token)
  const body = { name: 'By a program', serialNumber: 'P-1', type: 'SENSOR' }
  const created = await client.api('POST', '/plants', { token, body })
  const after = await client.api('GET', `/users/${userId}`, { token: admin })
  expect(after.json.apiCredentials).toMatchObject({ callsToday: 3 })
  expect(after.json.lastSignInAt).toBeNull()
  const { json } = await client.api('GET', `/audit?userId=${userId}`, { token: admin })
  const entries = json.data as Record<string, unknown>[]
  expect(entries.map(({ action }) => action)).toEqual(['createPlant', 'signIn'])
  expect(entries[0]).toMatchObject({ subjectId: created.json.id, isByApiCredentials: true, userId })
})

test('the audit log lists what was done to a user, by others or not', async () => {
  const userId = await newUser('support')
  await client.api('PATCH', `/users/${userId}`, { token: admin, body: { role: 'operator' } })
  await issuedTo(userId)
  const read = async (query: string) => {
    const { json } = await client.api('GET', `/audit?${query}`, { token: admin })
    const entries = json.data as { action: string; userId: string; subjectId: string }[]
    return { entries, actions: entries.map(({ action }) => action) }
  }
  const { actions, entries } = await read(`subjectId=${userId.toUpperCase()}`)
  expect(actions).toEqual(['generateApiCredentials', 'updateAccount', 'createAccount'])
  expect(entries.every(({ subjectId }) => subjectId === userId)).toBe(true)
  const [{ userId: adminId } = { userId: '' }] = entries
  expect((await read(`subjectId=${userId}&userId=${adminId}`)).actions).toEqual(actions)
  expect((await read(`subjectId=${userId}&userId=${userId}`)).actions).toEqual([])
  expect((await read(`userId=${userId}`)).actions).toEqual([])
  const wrong = await client.api('GET', '/audit?subjectId=x', { token: admin })
  expect([wrong.status, wrong.json.code]).toEqual([400, 'VALIDATION_ERROR'])
})

test('a renewal counts as use, and a refused one does not', async () => {
  const userId = await newUser()
  const issued = await issuedTo(userId)
  const { json } = await signIn(fieldsOf(issued))
  const renew = (refreshToken: unknown) =>
    client.token({
      grant_type: 'refresh_token',
      refresh_token: String(refreshToken),
      client_id: issued.clientId,
      client_secret: issued.clientSecret,
    })
  expect((await renew('unknown')).json.error).toBe('invalid_grant')
  expect((await renew(json.refresh_token)).status).toBe(200)
  const { json: account } = await client.api('GET', `/users/${userId}`, { token: admin })
  const { callsToday, lastUsedAt } = account.apiCredentials as Record<string, unknown>
  expect(callsToday).toBe(2)
  expect(Date.parse(String(lastUsedAt))).not.toBeNaN()
})

test('the audit log has sign-ins, refused ones, changes and secret reads, but no reads', async () => {
  const org = await client.organization({ rows: [{ serialNumber: 'A-1' }] })
  const token = await client.signIn(org.users.admin)
  await client.token({ grant_type: 'password', ...org.users.admin, password: 'wrong' })
  const { json } = await client.api('GET', '/plants', { token })
  const plantId = (json.data as { id: string }[])[0]?.id
  await client.api('POST', `/plants/${plantId}/provision`, { token })
  await client.api('GET', `/plants/${plantId}/provision/download`, { token })
  // Refused, so that nothing changed.
  await client.api('POST', `/plants/${plantId}/reactivate`, { token })
  const log = await client.api('GET', '/audit', { token })
  const entries = log.json.data as { action: string; subjectId: string | null }[]
  expect(entries.map(({ action, subjectId }) => [action, subjectId])).toEqual([
    ['downloadProvisioningPackage', plantId],
    ['provisionPlant', plantId],
    ['signInRefused', null],
    ['signIn', null],
  ])
  expect(log.text).not.toContain('PRIVATE KEY')
})
