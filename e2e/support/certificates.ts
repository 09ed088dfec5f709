import type { Locator, Page } from '@playwright/test'
import { dayMs, fromNow, minuteMs } from './instants'

/** A plant whose certificate ends in a number of days. */
export function certifiedPlant(name: string, days: number, change: Record<string, unknown> = {}) {
  return {
    name,
    serialNumber: `S-${name.replaceAll(/\W/g, '')}`,
    authMethod: 'MTLS',
    lifecycleStatus: 'ACTIVE',
    status: 'ONLINE',
    lastSeenAt: fromNow(-minuteMs),
    certificateExpiresAt: fromNow(days * dayMs + 10 * minuteMs),
    ...change,
  }
}

/** Returns the links to the plants in the table of certificates at risk. */
export const riskyPlants = (page: Page): Locator =>
  page
    .getByRole('table', { name: 'Certificates at risk' })
    .getByRole('row')
    .getByRole('link', { name: /^(?!Renew)/ })

/** Returns the line that says what to do. */
export const riskSummary = (page: Page): Locator =>
  page.getByText(/^\d.* certificates? (at risk|that end)/)
