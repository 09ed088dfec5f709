import { Agent } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { type Figure, percentile } from './figures'
import { send } from './loopback-client'

const connections = 16
const measuredMs = 8_000
const warmUpMs = 2_000
/** The backlog is sent once this many requests in a row were answered within `calmMs`. */
const calmResponses = 200
const calmMs = 20
const backlogLimitMs = 60_000

/** Targets for pages of 100: 300 responses a second. */
const targets = { betweenMs: 1_000 / 300, p99Ms: 100 }

/**
 * Measures reading random pages of the list on many connections at once, by several users in turn, because the platform
 * limits the requests of one.
 */
export async function measureLoad(baseUrl: string, tokens: readonly string[]): Promise<Figure[]> {
  await backlogSent(baseUrl)
  const figures: Figure[] = []
  for (const limit of [20, 100]) {
    const agent = new Agent({ keepAlive: true, maxSockets: connections })
    const list = { url: `${baseUrl}/api/v1/plants?limit=${limit}`, tokens, agent }
    const pages = await pageCount(list)
    await readPages({ ...list, pages }, warmUpMs)
    const { samples, tookMs } = await readPages({ ...list, pages }, measuredMs)
    agent.destroy()
    const name = `list of ${limit}, random pages, ${connections} connections`
    const [between, p99] = [tookMs / samples.length, percentile(samples, 0.99)]
    const isPromised = limit === 100
    figures.push(
      {
        name: `${name}, between two responses (${Math.round(1_000 / between)}/s)`,
        measuredMs: between,
        ...(isPromised && { targetMs: targets.betweenMs }),
      },
      { name: `${name}, p99`, measuredMs: p99, ...(isPromised && { targetMs: targets.p99Ms }) },
    )
  }
  return figures
}

/** Waits until the plants have sent what they recorded while the platform was stopped: it then responds at once. */
async function backlogSent(baseUrl: string): Promise<void> {
  const givenUpAt = performance.now() + backlogLimitMs
  let calm = 0
  while (calm < calmResponses && performance.now() < givenUpAt) {
    const { tookMs } = await send(`${baseUrl}/healthz`, {})
    calm = tookMs < calmMs ? calm + 1 : 0
    await setTimeout(calmMs)
  }
}

interface List {
  url: string
  tokens: readonly string[]
  agent: Agent
}

async function pageCount({ url, tokens: [token], agent }: List): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' }
  const { body } = await send(url, { headers, agent })
  return Number(/"totalPages":(\d+)/.exec(body.toString())?.[1])
}

async function readPages(
  { url, tokens, agent, pages }: List & { pages: number },
  forMs: number,
): Promise<{ samples: number[]; tookMs: number }> {
  const startedAt = performance.now()
  const samples: number[] = []
  let sent = 0
  const readOn = async () => {
    while (performance.now() - startedAt < forMs) {
      // A step that shares no factor with the number of pages visits them in an order without a pattern to exploit.
      const page = 1 + ((sent * 7_919) % pages)
      const token = tokens[sent % tokens.length]
      sent += 1
      const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' }
      const { status, tookMs } = await send(`${url}&page=${page}`, { headers, agent })
      if (status !== 200) throw new Error(`${url} returned ${status}`)
      samples.push(tookMs)
    }
  }
  await Promise.all(Array.from({ length: connections }, readOn))
  return { samples, tookMs: performance.now() - startedAt }
}
