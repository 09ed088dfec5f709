type Json = Record<string, unknown>

export interface ApiResponse {
  status: number
  headers: Headers
  text: string
  json: Json
}

export interface TestOrganization {
  organizationId: string
  users: Record<
    'superadmin' | 'admin' | 'operator' | 'support',
    { username: string; password: string }
  >
}

/** HTTP client of a platform that uses only its public interfaces, like a browser. */
export class ApiClient {
  readonly url: string

  constructor(url: string) {
    this.url = url
  }

  async send(
    method: string,
    path: string,
    {
      token,
      body,
      headers = {},
    }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<ApiResponse> {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(text !== undefined && { body: text }),
    })
    return readResponse(response)
  }

  api(
    method: string,
    path: string,
    options: Parameters<ApiClient['send']>[2] = {},
  ): Promise<ApiResponse> {
    return this.send(method, `/api/v1${path}`, options)
  }

  async form(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields),
    })
    return readResponse(response)
  }

  token(fields: Record<string, string>): Promise<ApiResponse> {
    return this.form('/oauth2/v1/token', { client_id: 'plantdeck', ...fields })
  }

  async signIn(user: { username: string; password: string }): Promise<string> {
    const { json, status } = await this.token({ grant_type: 'password', ...user })
    if (status !== 200) throw new Error(`sign-in returned ${status}`)
    return String(json.access_token)
  }

  async organization(request: Json = {}): Promise<TestOrganization> {
    const response = await this.send('POST', '/_test/organizations', { body: request })
    return bodyOf(response) as TestOrganization
  }
}

/** Returns the body of a response, whose type only the test knows. */
export function bodyOf({ text }: ApiResponse): unknown {
  return JSON.parse(text)
}

async function readResponse(response: Response): Promise<ApiResponse> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') && text !== ''
  const json = (isJson ? JSON.parse(text) : {}) as Json
  return { status: response.status, headers: response.headers, text, json }
}
