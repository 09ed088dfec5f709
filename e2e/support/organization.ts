import type { APIRequestContext, APIResponse, Page } from '@playwright/test'
import type {
  Fault,
  LivePlant,
  LoggedRequest,
  Login,
  OrganizationOptions,
  PastAlert,
  PastCommand,
  Role,
} from './test-control'

/** Delay in ms of a fault that holds its requests until the test removes it. */
const untilRemoved = 110_000

/** Request options: the platform closes idle connections after 5 s, so a reused one may fail. */
const retrying = { maxRetries: 3 }

/** Organization that belongs to one test, in the running platform, with a user for each role. */
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
    const made = api.post('/_test/organizations', { data: options, ...retrying })
    const response = await succeeded(made)
    const { organizationId, users } = (await response.json()) as {
      organizationId: string
      users: Record<Role, Login>
    }
    return new Organization(api, organizationId, users)
  }

  /** Fills in and submits the sign-in form on the page. */
  async fillSignIn(page: Page, role: Role = 'admin'): Promise<void> {
    const { username, password } = this.users[role]
    await page.getByLabel('Username').fill(username)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  /** Opens a path and signs in. */
  async open(page: Page, path = '/plants', role: Role = 'admin'): Promise<void> {
    await page.goto(path)
    await this.fillSignIn(page, role)
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
  }

  /** Makes the next matching requests of this organization fail; the returned function removes the fault. */
  async fault(fault: Fault): Promise<() => Promise<void>> {
    const response = await this.post('/_test/faults', { organizationId: this.id, ...fault })
    const { id } = (await response.json()) as { id: string }
    return async () => {
      await this.api.delete(`/_test/faults?organizationId=${this.id}&id=${id}`, retrying)
    }
  }

  /** Keeps matching requests without a response until the returned function is called. */
  hold(request: Pick<Fault, 'path' | 'method'>): Promise<() => Promise<void>> {
    return this.fault({ ...request, kind: 'delay', delayMs: untilRemoved, times: 100 })
  }

  /**
   * Lets the test control the clock of the page's context. The platform stops sending the time in its responses,
   * because the page would follow the platform's clock.
   */
  async takeClock(page: Page, start?: Parameters<Page['clock']['install']>[0]): Promise<void> {
    await this.api.delete(`/_test/organizations/${this.id}/date`, retrying)
    await page.clock.install(start)
  }

  async clearFaults(): Promise<void> {
    await this.api.delete(`/_test/faults?organizationId=${this.id}`, retrying)
  }

  /** Changes a plant directly in the platform, without going through the API. */
  async changePlant(plantId: string, change: Record<string, unknown>): Promise<void> {
    const path = `/_test/organizations/${this.id}/plants/${plantId}`
    await succeeded(this.api.patch(path, { data: change, ...retrying }))
  }

  async addAlerts(plantId: string, alerts: PastAlert[]): Promise<void> {
    await this.post(this.historyPath(plantId), { alerts })
  }

  async addCommands(plantId: string, commands: PastCommand[]): Promise<void> {
    await this.post(this.historyPath(plantId), { commands })
  }

  /** Adds a plant to groups with these names. */
  async addGroups(plantId: string, groups: string[]): Promise<void> {
    await this.post(this.historyPath(plantId), { groups })
  }

  /** Gives a user another role. A browser that is already signed in still shows the previous one. */
  async changeRole(user: Role, role: Role): Promise<void> {
    const path = `/_test/organizations/${this.id}/users/${this.users[user].username}`
    const data = { role: role === 'superadmin' ? 'super-admin' : role }
    await succeeded(this.api.patch(path, { data, ...retrying }))
  }

  /** Connects a plant's controller, which then reports and acknowledges; a refused one keeps trying to connect. */
  async connectPlant(plantId: string, behaviour: LivePlant = {}): Promise<void> {
    await succeeded(this.api.put(this.livePath(plantId), { data: behaviour, ...retrying }))
  }

  /** Disconnects a plant's controller; resolves when the platform has noticed. */
  async disconnectPlant(plantId: string): Promise<void> {
    await this.api.delete(this.livePath(plantId), retrying)
  }

  /** Ends every session, as an administrator of the platform would. */
  async endSessions(): Promise<void> {
    await this.post(`/_test/organizations/${this.id}/sessions/revoke`, {})
  }

  /** Calls the API directly as a user, outside the browser. */
  async call(
    method: string,
    path: string,
    role: Role = 'admin',
    body?: object,
  ): Promise<APIResponse> {
    const headers = { authorization: `Bearer ${await this.token(role)}` }
    return this.api.fetch(`/api/v1${path}`, { method, headers, data: body, ...retrying })
  }

  /** The address of the API, as the dashboard has it. */
  get apiBaseUrl(): string {
    return `http://localhost:${process.env.PLANTDECK_E2E_PORT}/api/v1`
  }

  /** Returns an access token of a user. */
  async token(role: Role = 'admin'): Promise<string> {
    const form = { grant_type: 'password', client_id: 'plantdeck', ...this.users[role] }
    const grant = await this.api.post('/oauth2/v1/token', { form, ...retrying })
    const { access_token: token } = (await grant.json()) as { access_token: string }
    return token
  }

  /** Reads from the API as an administrator, outside the browser. */
  async read<Body>(path: string): Promise<Body> {
    return (await (await this.call('GET', path)).json()) as Body
  }

  /** Returns the requests that reached the platform, oldest first. */
  async requests(method: string, path: RegExp): Promise<LoggedRequest[]> {
    const response = await this.api.get(`/_test/requests?organizationId=${this.id}`, retrying)
    const all = (await response.json()) as LoggedRequest[]
    return all.filter((request) => request.method === method && path.test(request.path))
  }

  async countRequests(method: string, path: RegExp): Promise<number> {
    return (await this.requests(method, path)).length
  }

  private historyPath(plantId: string): string {
    return `/_test/organizations/${this.id}/plants/${plantId}/history`
  }

  private livePath(plantId: string): string {
    return `/_test/organizations/${this.id}/plants/${plantId}/live`
  }

  private post(path: string, data: object): Promise<APIResponse> {
    return succeeded(this.api.post(path, { data, ...retrying }))
  }
}

async function succeeded(request: Promise<APIResponse>): Promise<APIResponse> {
  const response = await request
  if (response.ok()) return response
  throw new Error(`${response.url()}: ${response.status()} ${await response.text()}`)
}

export type NewOrganization = (options?: OrganizationOptions) => Promise<Organization>

/** Fixtures of a test that a helper needs to set up a page. */
export interface PageFixtures {
  page: Page
  organization: NewOrganization
}
