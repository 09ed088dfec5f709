import { type Locator, type Page, expect } from '@playwright/test'
import { button } from './dialogs'
import type { Organization } from './organization'

/** Serves config.json with an idle time-out, as an administrator would. */
export async function setIdleMinutes(page: Page, idleMinutes: unknown): Promise<void> {
  await page.context().route('**/config.json', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ json: { ...(await response.json()), idleMinutes } })
  })
}

/** Signs in where sessions end after 15 minutes; the test controls the clock. */
export async function openWithIdle(page: Page, org: Organization, path: string): Promise<void> {
  await setIdleMinutes(page, 15)
  await org.takeClock(page)
  await org.open(page, path)
}

/** The warning before the session ends. */
export const idleWarning = (page: Page): Locator =>
  page.getByRole('alertdialog', { name: 'You’ll be signed out soon' })

/** Expects the sign-in page with the reason. */
export async function expectIdleSignOut(page: Page, time = '15 minutes'): Promise<void> {
  await expect(page.getByRole('status')).toContainText(`Signed out after ${time} without use.`)
  await expect(button(page, 'Sign in')).toBeVisible()
}
