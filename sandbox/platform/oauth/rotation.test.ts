import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPlatform } from '#sandbox/proof/testing/test-platform'
import { hourMs } from '@/lib/instants'

const graceMs = 10_000

let platform: Awaited<ReturnType<typeof startTestPlatform>>
/** The platform's clock; tests advance it and don't reset it. */
let atMs = Date.parse('2026-03-01T12:00:00Z')

beforeAll(async () => {
  platform = await startTestPlatform({ now: () => new Date(atMs) })
})
afterAll(() => platform.stop())

function pass(ms: number) {
  atMs += ms
}

async function openSession() {
  const client = platform.client()
  const { users } = await client.organization()
  const signedIn = await client.token({ grant_type: 'password', ...users.admin })
  const refresh = async (token: unknown) => {
    const fields = { grant_type: 'refresh_token', refresh_token: String(token) }
    const { status, json } = await client.token(fields)
    return { status, error: json.error, access: json.access_token, token: json.refresh_token }
  }
  const mayCall = async (access: unknown) => {
    const { status } = await client.api('GET', '/plants', { token: String(access) })
    return status === 200
  }
  const { refresh_token: first, access_token: firstAccess } = signedIn.json
  return { refresh, mayCall, client, first, firstAccess }
}

test('returns a new refresh token and a new access token', async () => {
  const { refresh, mayCall, first, firstAccess } = await openSession()
  const second = await refresh(first)
  expect(second.token).not.toBe(first)
  expect(second.access).not.toBe(firstAccess)
  expect(await mayCall(second.access)).toBe(true)
  expect((await refresh(second.token)).status).toBe(200)
})

test('returns the same next token for the previous token within the grace period', async () => {
  const { refresh, mayCall, first } = await openSession()
  const lost = await refresh(first)
  pass(graceMs)
  const again = await refresh(first)
  expect(again).toMatchObject({ status: 200, token: lost.token })
  expect(await mayCall(again.access)).toBe(true)
  expect((await refresh(lost.token)).status).toBe(200)
})

test('does not extend the grace period when the previous token is repeated', async () => {
  const { refresh, first } = await openSession()
  const second = await refresh(first)
  pass(6_000)
  expect((await refresh(first)).status).toBe(200)
  pass(6_000)
  expect(await refresh(first)).toMatchObject({ status: 400, error: 'invalid_grant' })
  expect((await refresh(second.token)).status).toBe(400)
})

test('ends the session and all its tokens when the previous token comes after the grace period', async () => {
  const { refresh, mayCall, first } = await openSession()
  const second = await refresh(first)
  pass(graceMs + 1)
  expect(await refresh(first)).toMatchObject({ status: 400, error: 'invalid_grant' })
  expect((await refresh(second.token)).status).toBe(400)
  expect(await mayCall(second.access)).toBe(false)
})

test('ends the session immediately on an older token, even within the grace period', async () => {
  const { refresh, mayCall, first } = await openSession()
  const second = await refresh(first)
  const third = await refresh(second.token)
  expect(await refresh(first)).toMatchObject({ status: 400, error: 'invalid_grant' })
  expect((await refresh(third.token)).status).toBe(400)
  expect(await mayCall(third.access)).toBe(false)
})

test('does not extend the grace period when the clock is set back', async () => {
  const { refresh, first } = await openSession()
  await refresh(first)
  pass(-hourMs)
  expect(await refresh(first)).toMatchObject({ status: 400, error: 'invalid_grant' })
})

test('returns the same next token for 20 parallel refreshes of one token', async () => {
  const { refresh, first } = await openSession()
  const responses = await Promise.all(Array.from({ length: 20 }, () => refresh(first)))
  expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 200))
  const tokens = [...new Set(responses.map(({ token }) => token))]
  expect(tokens).toHaveLength(1)
  pass(graceMs + 1)
  expect((await refresh(tokens[0])).status).toBe(200)
})

test('does not restore a revoked session for the previous token', async () => {
  const { refresh, client, first } = await openSession()
  await refresh(first)
  const fields = { client_id: 'plantdeck', token: String(first) }
  await client.form('/oauth2/v1/revoke', fields)
  expect((await refresh(first)).status).toBe(400)
})

test('refuses an unknown token', async () => {
  const { refresh } = await openSession()
  expect((await refresh('x')).error).toBe('invalid_grant')
})
