import { type Figure, percentile } from './figures'
import { type Sent, send } from './loopback-client'

// Twelve cases of this size stay within the platform's limit of 3,000 requests in 10 s per user.
const warmUps = 20
const samplesPerCase = 200
const grants = 15

const listTargets = { p50Ms: 5, p99Ms: 25 }

/**
 * Measures the overhead of a request without any work on the server, which gets subtracted from the other figures. A
 * high p99 means that the machine is busy, which affects the other figures too.
 */
export async function measureOverhead(
  baseUrl: string,
): Promise<{ overheadMs: number; figures: Figure[] }> {
  const samples = await sample(`${baseUrl}/healthz`, {}, 300)
  const overheadMs = percentile(samples, 0.5)
  return {
    overheadMs,
    figures: [
      { name: 'bare client (/healthz), p50, subtracted below', measuredMs: overheadMs },
      { name: 'bare client (/healthz), p99', measuredMs: percentile(samples, 0.99) },
    ],
  }
}

/** Measures sign-ins and refreshes; returns the figures and the last access token. */
export async function measureGrants(
  baseUrl: string,
): Promise<{ figures: Figure[]; token: string }> {
  const byPassword: number[] = []
  const byRefresh: number[] = []
  const signIn = passwordGrant('admin')
  let tokens = await grant(baseUrl, signIn, byPassword)
  for (let at = 1; at < grants; at++) {
    await grant(baseUrl, signIn, byPassword)
    const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refreshToken }
    tokens = await grant(baseUrl, refresh, byRefresh)
  }
  return {
    token: tokens.accessToken,
    figures: [
      { name: 'token, password grant, p50', measuredMs: percentile(byPassword, 0.5) },
      { name: 'token, refresh grant, p50', measuredMs: percentile(byRefresh, 0.5) },
    ],
  }
}

/** Signs in the demo users and returns their access tokens. */
export async function signInAll(baseUrl: string): Promise<string[]> {
  const users = ['superadmin', 'admin', 'operator', 'support']
  const granted = await Promise.all(users.map((name) => grant(baseUrl, passwordGrant(name), [])))
  return granted.map(({ accessToken }) => accessToken)
}

function passwordGrant(username: string): Record<string, string> {
  return { grant_type: 'password', username, password: 'plantdeck-demo' }
}

/** Measures first, middle and last page, with and without filter, small and large, without overhead. */
export async function measureList(
  baseUrl: string,
  token: string,
  overheadMs: number,
): Promise<Figure[]> {
  const figures: Figure[] = []
  const sent = { headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' } }
  for (const filter of ['', '&authMethod=MTLS']) {
    for (const limit of [20, 100]) {
      const list = `${baseUrl}/api/v1/plants?limit=${limit}${filter}`
      const last = await lastPage(list, sent)
      for (const [word, page] of [
        ['first', 1],
        ['middle', Math.ceil(last / 2)],
        ['last', last],
      ] as const) {
        const samples = await sample(`${list}&page=${page}`, sent, samplesPerCase)
        const name = `list, limit ${limit}${filter ? ', MTLS' : ''}, ${word} page`
        const [p50, p99] = [0.5, 0.99].map((share) => percentile(samples, share) - overheadMs)
        figures.push(
          { name: `${name}, p50`, measuredMs: p50 ?? Number.NaN, targetMs: listTargets.p50Ms },
          { name: `${name}, p99`, measuredMs: p99 ?? Number.NaN, targetMs: listTargets.p99Ms },
        )
      }
    }
  }
  return figures
}

async function sample(url: string, sent: Sent, count: number): Promise<number[]> {
  const samples: number[] = []
  for (let at = -warmUps; at < count; at++) {
    const { status, tookMs } = await send(url, sent)
    if (status !== 200) throw new Error(`${url} returned ${status}`)
    if (at >= 0) samples.push(tookMs)
  }
  return samples
}

async function lastPage(list: string, { headers }: Sent): Promise<number> {
  const { status, body } = await send(list, {
    headers: { ...headers, 'accept-encoding': 'identity' },
  })
  const pages = Number(/"totalPages":(\d+)/.exec(body.toString())?.[1])
  if (status !== 200 || !(pages > 0)) throw new Error(`${list} returned ${status} without pages`)
  return pages
}

async function grant(
  baseUrl: string,
  form: Record<string, string>,
  times: number[],
): Promise<{ accessToken: string; refreshToken: string }> {
  const { status, body, tookMs } = await send(`${baseUrl}/oauth2/v1/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: 'plantdeck', ...form }).toString(),
  })
  const text = body.toString()
  const accessToken = /"access_token":"([^"]+)"/.exec(text)?.[1]
  const refreshToken = /"refresh_token":"([^"]+)"/.exec(text)?.[1]
  if (status !== 200 || accessToken === undefined || refreshToken === undefined) {
    throw new Error(`the token endpoint returned ${status} for ${form['grant_type'] ?? ''}`)
  }
  times.push(tookMs)
  return { accessToken, refreshToken }
}
