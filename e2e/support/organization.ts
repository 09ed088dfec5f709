import type { APIRequestContext, APIResponse, Page } from '@playwright/test'

export type Role = 'superadmin' | 'admin' | 'operator' | 'support'

interface Login {
  username: string
  password: string
}

interface OrganizationOptions {
  /** How many plants of the generated fleet it starts with. */
  plants?: number
  seed?: number
  accessTokenSeconds?: number
  /** Plants stored exactly as given, in the API's field names. */
  rows?: Record<string, unknown>[]
}

interface Fault {
  /** Regular expression for the request's path. */
  path: string
  kind:
    | 'delay'
    | 'drop-before'
    | 'drop-after'
    | 'error-before'
    | 'error-after'
    | 'cut-body'
    | 'html'
    | 'answer'
  /** What `answer` says instead: JSON, or text as it is. */
  body?: unknown
  /** Headers of `answer`. */
  headers?: Record<string, string>
  method?: string
  status?: number
  delayMs?: number
  times?: number
}

/** An alert as a test has it; what is missing is that of a warning raised now. */
interface PastAlert {
  type?: string
  severity?: string
  status?: string
  message?: string
  createdAt?: string
  acknowledgedAt?: string | null
  acknowledgedBy?: string | null
  resolvedAt?: string | null
}

/** A logged command; payload and response are JSON text. */
interface PastCommand {
  command: string
  payload?: string | null
  response?: string | null
  responseStatus?: string | null
  sentAt?: string | null
  ackedAt?: string | null
  createdAt?: string
}

/** How a live plant behaves: quick and steady unless it says otherwise. */
interface LivePlant {
  ack?: 'quick' | 'error' | 'never'
  ackDelayMs?: number
  intervalMs?: number
  state?: 'online' | 'degraded'
  /** The package to connect with; without one the platform issues one. */
  package?: unknown
}

interface LoggedRequest {
  method: string
  path: string
  status: number | null
  idempotencyKey: string | null
}

/** A kept connection that the platform has just closed, which it does after 5 s, is no failure. */
const patient = { maxRetries: 3 }

/** An organization of one test's own in the running platform, with people who work there. */
export class Organization {
  readonly id: string
  readonly users: Record<Role, Login>
  private readonly api: APIRequestContext

  private constructor(api: APIRequestContext, id: string, users: Record<Role, Login>) {
    this.api = api
    this.id = id
    this.users = users
  }

  static async create(api: APIRequestContext, options: OrganizationOptions): Promise<Organization> {
    const answer = await api.post('/_test/organizations', { data: options, ...patient })
    if (!answer.ok()) throw new Error(`no organization: ${answer.status()} ${await answer.text()}`)
    const { organizationId, users } = (await answer.json()) as {
      organizationId: string
      users: Record<Role, Login>
    }
    return new Organization(api, organizationId, users)
  }

  /** Types a person's credentials into the sign-in form that is on the page. */
  async fillSignIn(page: Page, role: Role = 'admin'): Promise<void> {
    const { username, password } = this.users[role]
    await page.getByLabel('Username').fill(username)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  /** Opens a path and signs in on the way. */
  async open(page: Page, path = '/', role: Role = 'admin'): Promise<void> {
    await page.goto(path)
    await this.fillSignIn(page, role)
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
  }

  /** Makes the next matching requests of this organization go wrong. */
  async fault(fault: Fault): Promise<void> {
    await this.post('/_test/faults', { organizationId: this.id, ...fault })
  }

  /**
   * Lets the test move the clock of the page's context. The platform leaves the time out of its answers, because the
   * page would go by the platform's clock.
   */
  async takeClock(page: Page, start?: Parameters<Page['clock']['install']>[0]): Promise<void> {
    await this.api.delete(`/_test/organizations/${this.id}/date`, patient)
    await page.clock.install(start)
  }

  async clearFaults(): Promise<void> {
    await this.api.delete(`/_test/faults?organizationId=${this.id}`, patient)
  }

  /** Changes a plant as if the world had. */
  async changePlant(plantId: string, change: Record<string, unknown>): Promise<void> {
    const path = `/_test/organizations/${this.id}/plants/${plantId}`
    const answer = await this.api.patch(path, { data: change, ...patient })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  }

  async addAlerts(plantId: string, alerts: PastAlert[]): Promise<void> {
    await this.post(this.historyPath(plantId), { alerts })
  }

  async addCommands(plantId: string, commands: PastCommand[]): Promise<void> {
    await this.post(this.historyPath(plantId), { commands })
  }

  /** Makes a plant a member of groups of these names. */
  async addGroups(plantId: string, groups: string[]): Promise<void> {
    await this.post(this.historyPath(plantId), { groups })
  }

  /** Takes or gives a person rights; a browser that is signed in goes on believing in the former ones. */
  async changeRole(person: Role, role: Role): Promise<void> {
    const path = `/_test/organizations/${this.id}/users/${this.users[person].username}`
    const data = { role: role === 'superadmin' ? 'super-admin' : role }
    const answer = await this.api.patch(path, { data, ...patient })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  }

  /** A plant's controller connects, reports and answers; resolves when the platform knows. */
  async connectPlant(plantId: string, behaviour: LivePlant = {}): Promise<void> {
    const path = this.livePath(plantId)
    const answer = await this.api.put(path, { data: behaviour, ...patient })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  }

  /** A plant's controller goes away; resolves when the platform knows. */
  async disconnectPlant(plantId: string): Promise<void> {
    await this.api.delete(this.livePath(plantId), patient)
  }

  /** Ends every session, as an administrator of the platform would. */
  async endSessions(): Promise<void> {
    await this.post(`/_test/organizations/${this.id}/sessions/revoke`, {})
  }

  /** One call to the API by a program of a person's own, beside the browser. */
  async call(
    method: string,
    path: string,
    role: Role = 'admin',
    body?: object,
  ): Promise<APIResponse> {
    const form = { grant_type: 'password', client_id: 'plantdeck', ...this.users[role] }
    const grant = await this.api.post('/oauth2/v1/token', { form, ...patient })
    const { access_token: token } = (await grant.json()) as { access_token: string }
    const headers = { authorization: `Bearer ${token}` }
    return this.api.fetch(`/api/v1${path}`, { method, headers, data: body, ...patient })
  }

  /** What reached the platform, oldest first. */
  async requests(method: string, path: RegExp): Promise<LoggedRequest[]> {
    const answer = await this.api.get(`/_test/requests?organizationId=${this.id}`, patient)
    const all = (await answer.json()) as LoggedRequest[]
    return all.filter((request) => request.method === method && path.test(request.path))
  }

  private historyPath(plantId: string): string {
    return `/_test/organizations/${this.id}/plants/${plantId}/history`
  }

  private livePath(plantId: string): string {
    return `/_test/organizations/${this.id}/plants/${plantId}/live`
  }

  private async post(path: string, data: object): Promise<void> {
    const answer = await this.api.post(path, { data, ...patient })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  }
}

export type { OrganizationOptions }
