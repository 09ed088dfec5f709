import type { Locator, Page } from '@playwright/test'
import { dayMs, fromNow, minuteMs } from './instants'

/** A plant whose certificate expires in a number of days. */
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

/** A plant that has been offline for days. */
export const offline = () => ({ status: 'OFFLINE', lastSeenAt: fromNow(-9 * dayMs) })

/** A fleet with a plant in each situation that support staff deal with. */
export const morning = () => [
  certifiedPlant('Online in 20', 20),
  certifiedPlant('Offline in 20', 20, offline()),
  certifiedPlant('Locked out', -3, {
    ...offline(),
    authFailureCount: 40,
    lastAuthFailureAt: fromNow(-2 * minuteMs),
  }),
  certifiedPlant('Dark', -4, { ...offline(), authFailureCount: 0 }),
  certifiedPlant('Urgent', 3),
  certifiedPlant('Valid', 400),
  certifiedPlant('Token plant', 2, {
    authMethod: 'TOKEN',
    lifecycleStatus: 'SUSPENDED',
    ...offline(),
  }),
]

/** Returns the links to the plants in the table of certificates at risk. */
export const riskyPlants = (page: Page): Locator =>
  page
    .getByRole('table', { name: 'Certificates at risk' })
    .getByRole('row')
    .getByRole('link', { name: /^(?!Provision )/ })

/** Returns the line that says what to do. */
export const riskSummary = (page: Page): Locator =>
  page.getByText(/^\d.* certificates? (at risk|expiring)/)
