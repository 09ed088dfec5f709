import type { ApiClient } from './api-client'
import type { IssuedPackage } from '#sandbox/platform/provisioning/issue-package'

/** Test organization, as its administrator uses it. */
export class AdminClient {
  private readonly client: ApiClient
  readonly token: string
  private serial = 0

  private constructor(client: ApiClient, token: string) {
    this.client = client
    this.token = token
  }

  static async open(client: ApiClient): Promise<AdminClient> {
    const { users } = await client.organization()
    return new AdminClient(client, await client.signIn(users.admin))
  }

  async create(authMethod = 'MTLS'): Promise<string> {
    this.serial += 1
    const body = { name: 'Plant', serialNumber: `P-${this.serial}`, type: 'GATEWAY', authMethod }
    return String((await this.send('POST', '', { body })).json.id)
  }

  async provision(plantId: string): Promise<IssuedPackage> {
    const { status, text } = await this.send('POST', `/${plantId}/provision`)
    if (status !== 200) throw new Error(`provisioning: ${status} ${text}`)
    return JSON.parse(text) as IssuedPackage
  }

  async newPackage(authMethod?: string): Promise<IssuedPackage> {
    return this.provision(await this.create(authMethod))
  }

  async plant(plantId: string): Promise<Record<string, unknown>> {
    return (await this.send('GET', `/${plantId}`)).json
  }

  command(plantId: string, body: unknown, headers: Record<string, string> = {}) {
    return this.send('POST', `/${plantId}/commands`, { body, headers })
  }

  async history(plantId: string): Promise<Record<string, unknown>[]> {
    const { json } = await this.send('GET', `/${plantId}/commands?limit=100`)
    return json.data as Record<string, unknown>[]
  }

  send(
    method: string,
    path: string,
    options: { body?: unknown; headers?: Record<string, string> } = {},
  ) {
    return this.client.api(method, `/plants${path}`, { token: this.token, ...options })
  }
}
