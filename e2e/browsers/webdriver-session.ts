import { z } from 'zod'

const responseSchema = z.object({ value: z.unknown() })
const errorSchema = z.object({ error: z.string(), message: z.string() })
const sessionSchema = z.object({ sessionId: z.string() })

/** Session of a WebDriver server (https://w3c.github.io/webdriver/). */
export class WebDriverSession {
  private readonly url: string

  private constructor(url: string) {
    this.url = url
  }

  static async create(server: string, capabilities: object): Promise<WebDriverSession> {
    const body = { capabilities: { alwaysMatch: capabilities } }
    const { sessionId } = sessionSchema.parse(await call(`${server}/session`, 'POST', body))
    return new WebDriverSession(`${server}/session/${sessionId}`)
  }

  get(path: string): Promise<unknown> {
    return call(`${this.url}/${path}`, 'GET')
  }

  post(path: string, body: object = {}): Promise<unknown> {
    return call(`${this.url}/${path}`, 'POST', body)
  }

  async end(): Promise<void> {
    await call(this.url, 'DELETE')
  }
}

/** Time limit for a command. A page that hangs would otherwise block it forever. */
const limitMs = 30_000

async function call(url: string, method: string, body?: object): Promise<unknown> {
  const signal = AbortSignal.timeout(limitMs)
  const response = await fetch(url, { method, body: body && JSON.stringify(body), signal })
  const { value } = responseSchema.parse(await response.json())
  if (response.ok) return value
  const { error, message } = errorSchema.parse(value)
  throw new Error(`${error}: ${message}`)
}
