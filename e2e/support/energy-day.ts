import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import type { Organization, OrganizationOptions } from './organization'

type NewOrganization = (options?: OrganizationOptions) => Promise<Organization>

/** The UTC day of the energy tests, the same at whatever time they run. */
export const energyDay = '2026-06-15'
export const energyPath = /energy\/today$/

/** Lets the page read once more. */
export const untilRefresh = (page: Page) => page.clock.runFor(15_500)

interface DayOptions {
  name?: string
  date?: string
  /** When the test begins, in UTC. */
  time?: string
  lastSeenAt?: string | null
}

/** One plant whose energy is what the test says, on a day of the test's own. */
export class PlantDay {
  readonly org: Organization
  /** The plant's energy page. */
  readonly path: string
  private readonly date: string

  private constructor(org: Organization, plantId: string, date: string) {
    this.org = org
    this.path = `/plants/${plantId}/energy`
    this.date = date
  }

  /** Takes over the page's clock at a moment of the day, from where it goes on. */
  static async begin(
    page: Page,
    organization: NewOrganization,
    {
      name = 'FVE Zlín',
      date = energyDay,
      time = '09:00:00',
      lastSeenAt = `${date}T00:00:00Z`,
    }: DayOptions = {},
  ): Promise<PlantDay> {
    const id = randomUUID()
    const state = { lifecycleStatus: 'ACTIVE', status: 'ONLINE', lastSeenAt }
    const row = { id, name, serialNumber: 'E/1', ...state }
    const day = new PlantDay(await organization({ rows: [row] }), id, date)
    await day.org.takeClock(page, { time: `${date}T${time}Z` })
    await day.says({})
    return day
  }

  /** What the platform answers from now on. */
  async says(totals: Record<string, unknown>): Promise<void> {
    await this.org.clearFaults()
    const body = { date: this.date, produced: 40, imported: 10, exported: 10, ...totals }
    const fault = {
      path: energyPath.source,
      method: 'GET',
      kind: 'answer',
      body,
      times: 100,
    } as const
    await this.org.fault(fault)
  }
}
