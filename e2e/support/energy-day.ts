import type { Locator, Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import type { NewOrganization, Organization } from './organization'

/** UTC day of the energy tests. It is fixed, so the result doesn't depend on when they run. */
export const energyDay = '2026-06-15'
export const energyPath = /energy\/today$/

/** Says how many readings the browser has recorded. */
export const recorded = (page: Page): Locator => page.getByText(/^Recorded by this browser/)

interface DayOptions {
  name?: string
  date?: string
  /** Start of the test, as a UTC time of day. */
  time?: string
  lastSeenAt?: string | null
}

/** One plant with energy totals that the test sets, on a day that the test chooses. */
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

  /** Creates the plant and sets the page's clock to a time of the day, from which it keeps running. */
  static async create(
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
    await day.setTotals({})
    return day
  }

  /** Sets the totals (kWh) that the platform returns from now on. */
  async setTotals(totals: Record<string, unknown>): Promise<void> {
    await this.org.clearFaults()
    const body = { date: this.date, produced: 40, imported: 10, exported: 10, ...totals }
    const fault = {
      path: energyPath.source,
      method: 'GET',
      kind: 'response',
      body,
      times: 100,
    } as const
    await this.org.fault(fault)
  }
}
