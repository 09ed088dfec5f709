import { expect, test } from 'vitest'
import type { OAuthError } from './oauth-error'
import { SignInLimit } from './sign-in-limit'
import { addClient } from '#sandbox/proof/testing/add-client'
import type { ApiClient, ApiResponse } from '#sandbox/proof/testing/api-client'
import { platformForThisTest } from '#sandbox/proof/testing/test-platform'
import { minuteMs } from '@/lib/instants'

function attempt(on: ApiClient, username: string, password: string) {
  return on.token({ grant_type: 'password', username, password })
}

function countByStatus(responses: readonly ApiResponse[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of responses) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const threeFailures = { limits: { signIn: { failures: 3 } } }

test('makes only the affected user name wait after too many failures, even with the right password', async () => {
  const on = (await platformForThisTest(threeFailures)).client()
  const { users } = await on.organization()
  const { username, password } = users.admin
  for (let n = 0; n < 3; n += 1) expect((await attempt(on, username, 'wrong')).status).toBe(400)
  const { status, headers } = await attempt(on, username, password)
  expect(status).toBe(429)
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(50)
  expect(await on.signIn(users.support)).toEqual(expect.any(String))
})

test('counts parallel guesses', async () => {
  const on = (await platformForThisTest(threeFailures)).client()
  const { username } = (await on.organization()).users.admin
  const guesses = Array.from({ length: 20 }, (_, n) => attempt(on, username, `guess ${n}`))
  expect(countByStatus(await Promise.all(guesses))).toEqual({ 400: 3, 429: 17 })
})

test('makes an address wait that tries many user names at once', async () => {
  let nowMs = Date.now()
  const on = (await platformForThisTest({ now: () => new Date(nowMs) })).client()
  const { users } = await on.organization()
  const guesses = Array.from({ length: 40 }, (_, n) => attempt(on, `user-${n}`, 'plantdeck-demo'))
  const responses = await Promise.all(guesses)
  expect(countByStatus(responses)).toEqual({ 400: 30, 429: 10 })
  const refused = await attempt(on, users.admin.username, users.admin.password)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
  nowMs += minuteMs
  expect((await attempt(on, users.admin.username, users.admin.password)).status).toBe(200)
})

test('does not count sign-ins that succeed', async () => {
  const limits = { signIn: { failures: 2, failuresOfAddress: 3 } }
  const on = (await platformForThisTest({ limits })).client()
  const { users } = await on.organization()
  await attempt(on, users.support.username, 'wrong')
  for (let n = 0; n < 5; n += 1) expect(await on.signIn(users.admin)).toEqual(expect.any(String))
})

test('does not call parallel sign-ins with the right password failed', async () => {
  const limit = new SignInLimit({ failures: 3 })
  let finish = (_session: string) => {}
  const checked = new Promise<string>((resolve) => {
    finish = resolve
  })
  const signIn = () => limit.attempt({ username: 'one', address: 'a' }, 0, () => checked)
  const signIns = [signIn(), signIn(), signIn()]
  await expect(signIn()).rejects.toMatchObject({
    message: 'Too many sign-ins at once. Try again in a moment.',
    status: 429,
    headers: { 'retry-after': '1' },
  })
  finish('session')
  await Promise.all(signIns)
  expect(await signIn()).toBe('session')
})

test('remembers no name while its address has to wait', async () => {
  const limit = new SignInLimit({ failures: 1, failuresOfAddress: 2 })
  const fail = (username: string, nowMs: number): Promise<OAuthError> =>
    limit
      .attempt({ username, address: 'a' }, nowMs, () => Promise.reject(new Error('incorrect')))
      .catch((error: OAuthError) => error)
  await fail('one', 0)
  await fail('two', 0)
  expect((await fail('late', 50_000)).headers).toEqual({ 'retry-after': '10' })
  await fail('late', minuteMs)
  // Its minute begins with its first failure, not with the attempt that its address was refused.
  expect((await fail('late', minuteMs)).headers).toEqual({ 'retry-after': '60' })
})

test('counts guesses of a client secret, but keeps sessions of the address running', async () => {
  const platform = await platformForThisTest()
  const on = platform.client()
  const { users } = await on.organization()
  const session = (await attempt(on, users.admin.username, users.admin.password)).json
  await addClient(platform.dataFolder, 'confidential', 'secret')
  const guess = (_: unknown, n: number) =>
    on.token({ client_id: 'confidential', client_secret: `guess ${n}`, grant_type: 'password' })
  const guesses = await Promise.all(Array.from({ length: 40 }, guess))
  expect(countByStatus(guesses)).toEqual({ 401: 30, 429: 10 })
  const refresh = { grant_type: 'refresh_token', refresh_token: String(session.refresh_token) }
  expect((await on.token(refresh)).status).toBe(200)
})
