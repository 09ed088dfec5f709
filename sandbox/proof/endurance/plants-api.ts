import { ApiClient, type ApiResponse } from '#sandbox/proof/testing/api-client'
import { type PlantPackage, readPackage } from '#sandbox/world/field/plant-package'

type Row = Record<string, unknown>

/** Request that can be repeated, because the same key has only one effect. */
interface Keyed {
  key: string
  body?: unknown
}

export class PlantsApi {
  readonly #client: ApiClient
  readonly #token: string

  constructor(url: string, token: string) {
    this.#client = new ApiClient(url)
    this.#token = token
  }

  /** Sends a POST request below `/plants`; returns null if the connection ends before the response is complete. */
  async post(path: string, { key, body }: Keyed): Promise<ApiResponse | null> {
    const headers = { 'idempotency-key': key }
    const options = { token: this.#token, headers, ...(body !== undefined && { body }) }
    return this.#client.api('POST', `/plants${path}`, options).catch(() => null)
  }

  /** Repeats a POST request while the platform is not being killed. */
  async postAgain(path: string, keyed: Keyed): Promise<ApiResponse> {
    const response = await this.post(path, keyed)
    if (!response)
      throw new Error(`POST ${path} got no response although the platform was not killed`)
    return response
  }

  get(path: string): Promise<ApiResponse> {
    return this.#client.api('GET', `/plants${path}`, { token: this.#token })
  }

  async all(path: string): Promise<Row[]> {
    const rows: Row[] = []
    for (let page = 1; ; page += 1) {
      const { status, json } = await this.get(`${path}?limit=100&page=${page}`)
      if (status !== 200) throw new Error(`GET ${path} returned ${status}`)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract's list of objects
      rows.push(...(json['data'] as Row[]))
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract's `meta` of a list
      const { totalPages } = json['meta'] as { totalPages: number }
      if (page >= totalPages) return rows
    }
  }

  async authorityCertificate(): Promise<string> {
    return (await this.#client.send('GET', '/pki/ca.crt')).text
  }

  async newPackage(serialNumber: string, authMethod: string): Promise<PlantPackage> {
    const body = { name: 'Endurance', serialNumber, type: 'GATEWAY', authMethod }
    const created = await this.postAgain('', { key: `create ${serialNumber}`, body })
    const path = `/${String(created.json['id'])}/provision`
    const provisioned = await this.postAgain(path, { key: `provision ${serialNumber}` })
    if (provisioned.status !== 200) throw new Error(`provisioning returned ${provisioned.status}`)
    return readPackage(provisioned.text)
  }
}

/** Returns true if a response is a replay of an earlier one with the same key. */
export function isReplayed({ headers }: ApiResponse): boolean {
  return headers.get('idempotency-replayed') === 'true'
}
