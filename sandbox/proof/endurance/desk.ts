import { type Answer, ApiClient } from '#sandbox/proof/testing/api-client'
import { type PlantPackage, readPackage } from '#sandbox/world/field/plant-package'

type Row = Record<string, unknown>

/** A request that can be asked again: the same key has one effect. */
export interface Keyed {
  key: string
  body?: unknown
}

/** The Plants API as an administrator of "Demo Energy" uses it. */
export class Desk {
  readonly #client: ApiClient
  readonly #token: string

  constructor(url: string, token: string) {
    this.#client = new ApiClient(url)
    this.#token = token
  }

  /** A POST below `/plants`; null when the connection ended before the whole answer was there. */
  async post(path: string, { key, body }: Keyed): Promise<Answer | null> {
    const headers = { 'idempotency-key': key }
    const options = { token: this.#token, headers, ...(body !== undefined && { body }) }
    return this.#client.api('POST', `/plants${path}`, options).catch(() => null)
  }

  /** The same while nobody kills the platform. */
  async postAgain(path: string, keyed: Keyed): Promise<Answer> {
    const answer = await this.post(path, keyed)
    if (!answer) throw new Error(`POST ${path} had no answer, though the platform was not killed`)
    return answer
  }

  /** A GET below `/plants`. */
  get(path: string): Promise<Answer> {
    return this.#client.api('GET', `/plants${path}`, { token: this.#token })
  }

  /** All rows of a paged list. */
  async all(path: string): Promise<Row[]> {
    const rows: Row[] = []
    for (let page = 1; ; page += 1) {
      const { status, json } = await this.get(`${path}?limit=100&page=${page}`)
      if (status !== 200) throw new Error(`GET ${path} answered ${status}`)
      rows.push(...(json['data'] as Row[]))
      const { totalPages } = json['meta'] as { totalPages: number }
      if (page >= totalPages) return rows
    }
  }

  async authorityCertificate(): Promise<string> {
    return (await this.#client.send('GET', '/pki/ca.crt')).text
  }

  /** A new plant with its package. */
  async newPackage(serialNumber: string, authMethod: string): Promise<PlantPackage> {
    const body = { name: 'Endurance', serialNumber, type: 'GATEWAY', authMethod }
    const created = await this.postAgain('', { key: `create ${serialNumber}`, body })
    const path = `/${String(created.json['id'])}/provision`
    const provisioned = await this.postAgain(path, { key: `provision ${serialNumber}` })
    if (provisioned.status !== 200) throw new Error(`provisioning answered ${provisioned.status}`)
    return readPackage(provisioned.text)
  }
}

/** Whether an answer is the one that was given to this key before. */
export function isReplayed({ headers }: Answer): boolean {
  return headers.get('idempotency-replayed') === 'true'
}
