import { describe, expect, test } from 'vitest'
import { addClient } from '#sandbox/proof/testing/add-client'
import { clientSuite } from '#sandbox/proof/testing/client-suite'
import { platformForThisTest } from '#sandbox/proof/testing/test-platform'
import { hourMs } from '@/lib/instants'

const suite = clientSuite()

function passwordGrant(more: Record<string, string> = {}) {
  return suite.client.token({ grant_type: 'password', ...suite.organization.users.admin, ...more })
}

function refresh(token: unknown) {
  return suite.client.token({ grant_type: 'refresh_token', refresh_token: String(token) })
}

async function mayCall(accessToken: unknown, on = suite.client): Promise<boolean> {
  const { status } = await on.api('GET', '/plants', { token: String(accessToken) })
  return status === 200
}

describe('sign-in', () => {
  test('returns a working bearer token that must not be cached', async () => {
    const { status, json, headers } = await passwordGrant()
    expect(status).toBe(200)
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 600 })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(await mayCall(json.access_token)).toBe(true)
    const payload = String(json.access_token).split('.')[1] ?? ''
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      preferred_username: suite.organization.users.admin.username,
      roles: ['admin'],
      organization_id: suite.organization.organizationId,
    })
  })

  test.each([
    ['wrong password', { password: 'wrong' }, 400, 'invalid_grant'],
    ['unknown user', { username: 'unknown' }, 400, 'invalid_grant'],
    ['no password', { password: '' }, 400, 'invalid_request'],
    ['unknown client', { client_id: 'unknown' }, 401, 'invalid_client'],
    ['secret of a client without one', { client_secret: 'x' }, 401, 'invalid_client'],
    ['unknown grant', { grant_type: 'magic' }, 400, 'unsupported_grant_type'],
    ['no grant', { grant_type: '' }, 400, 'unsupported_grant_type'],
  ])('refuses: %s', async (_name, fields, status, error) => {
    const response = await passwordGrant(fields)
    expect([response.status, response.json.error]).toEqual([status, error])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('accepts only forms', async () => {
    const { status, json } = await suite.client.send('POST', '/oauth2/v1/token', { body: {} })
    expect([status, json.error]).toEqual([400, 'invalid_request'])
  })

  test('accepts client credentials in HTTP Basic', async () => {
    const fields = { grant_type: 'password', ...suite.organization.users.admin }
    const basic = (text: string) => ({ authorization: `Basic ${btoa(text)}` })
    expect((await suite.client.form('/oauth2/v1/token', fields, basic('plantdeck:'))).status).toBe(
      200,
    )
    const refused = await suite.client.form('/oauth2/v1/token', fields, basic('plantdeck:secret'))
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toMatch(/^Basic/)
  })

  test.each(['a', '', '!', btoa('plantdeck'), btoa('plantdeck:%zz')])(
    'refuses "Basic %s" as invalid credentials, whatever the form contains',
    async (credentials) => {
      const fields = {
        client_id: 'plantdeck',
        grant_type: 'password',
        ...suite.organization.users.admin,
      }
      const headers = { authorization: `Basic ${credentials}` }
      const response = await suite.client.form('/oauth2/v1/token', fields, headers)
      expect([response.status, response.json.error]).toEqual([401, 'invalid_client'])
      expect(response.headers.get('www-authenticate')).toMatch(/^Basic/)
    },
  )
})

describe('revocation', () => {
  test.each(['refresh_token', 'access_token'])(
    'by %s stops all tokens of the session immediately',
    async (kind) => {
      const session = (await passwordGrant()).json
      const response = await suite.client.form('/oauth2/v1/revoke', {
        client_id: 'plantdeck',
        token: String(session[kind]),
      })
      expect(response.status).toBe(200)
      expect(await mayCall(session.access_token)).toBe(false)
      expect((await refresh(session.refresh_token)).status).toBe(400)
    },
  )

  test("keeps the user's other sessions", async () => {
    const [one, other] = [(await passwordGrant()).json, (await passwordGrant()).json]
    const token = String(one.refresh_token)
    await suite.client.form('/oauth2/v1/revoke', { client_id: 'plantdeck', token })
    expect(await mayCall(other.access_token)).toBe(true)
  })

  test.each(['refresh_token', 'access_token'])(
    'refuses a client other than the one to which the %s was issued',
    async (kind) => {
      await addClient(suite.platform.dataFolder, 'stranger')
      const session = (await passwordGrant()).json
      const fields = { client_id: 'stranger', token: String(session[kind]) }
      const response = await suite.client.form('/oauth2/v1/revoke', fields)
      expect([response.status, response.json.error]).toEqual([400, 'invalid_grant'])
      expect(await mayCall(session.access_token)).toBe(true)
      expect((await refresh(session.refresh_token)).status).toBe(200)
    },
  )

  test('returns the same response for an unknown token', async () => {
    const fields = { client_id: 'plantdeck', token: 'x' }
    expect((await suite.client.form('/oauth2/v1/revoke', fields)).status).toBe(200)
  })
})

describe('expiry', () => {
  test('ends an access token after its lifetime, but not the session', async () => {
    const { users } = await suite.client.organization({ accessTokenSeconds: 1 })
    const { json } = await suite.client.token({ grant_type: 'password', ...users.admin })
    expect(json.expires_in).toBe(1)
    expect(await mayCall(json.access_token)).toBe(true)
    await expect.poll(() => mayCall(json.access_token), { timeout: 3_000 }).toBe(false)
    expect((await refresh(json.refresh_token)).status).toBe(200)
  })

  test('ends a session 12 hours after its last use', async () => {
    let at = Date.now()
    const clocked = await platformForThisTest({ now: () => new Date(at) })
    const on = clocked.client()
    const { users } = await on.organization()
    const { json } = await on.token({ grant_type: 'password', ...users.admin })
    at += 11 * hourMs
    const again = await on.token({
      grant_type: 'refresh_token',
      refresh_token: String(json.refresh_token),
    })
    expect(again.status).toBe(200)
    at += 13 * hourMs
    const late = await on.token({
      grant_type: 'refresh_token',
      refresh_token: String(again.json.refresh_token),
    })
    expect(late.json.error).toBe('invalid_grant')
  })

  test.each(['', 'x', 'a.b.c'])('refuses "%s" as an access token', async (token) => {
    expect(await mayCall(token)).toBe(false)
  })

  test('refuses a token of another platform', async () => {
    const other = await platformForThisTest()
    const { users } = await other.client().organization()
    expect(await mayCall(await other.client().signIn(users.admin))).toBe(false)
  })
})
