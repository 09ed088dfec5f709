import { Agent, type IncomingMessage, request } from 'node:http'

/** Response as received; a compressed body stays compressed. */
export interface RawResponse {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
  /** Time from sending to the last byte. */
  tookMs: number
}

export interface Sent {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** Connections of the request; without it, the single one. */
  agent?: Agent
}

// A single connection stays open, because a new one per request would be part of the measurement.
const single = new Agent({ keepAlive: true, maxSockets: 1 })

/** Sends one request and reads the whole response, with as little overhead as Node allows. */
export async function send(
  url: string,
  { method = 'GET', headers, body, agent = single }: Sent = {},
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const outgoing = request(url, { method, headers, agent, timeout: 30_000 }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.once('error', reject)
      incoming.once('end', () => {
        const tookMs = performance.now() - startedAt
        const { statusCode: status = 0, headers: received } = incoming
        resolve({ status, headers: received, body: Buffer.concat(chunks), tookMs })
      })
    })
    outgoing.once('timeout', () => outgoing.destroy(new Error(`no response from ${url} in 30 s`)))
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}

/** Closes the connection, so that it neither keeps the process alive nor is reused for another sandbox. */
export function closeConnection(): void {
  single.destroy()
}
