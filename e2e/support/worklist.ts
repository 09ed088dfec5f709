import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { button, confirmButton } from './dialogs'
import { type SavedPackage, confirmStored, savePackage } from './issuing'
import type { Organization } from './organization'

/** Returns the panel with the plants to renew one at a time. */
export const worklist = (page: Page): Locator => page.getByRole('region', { name: 'Worklist' })

/** Returns the plants in a part of the worklist, as "To do". */
export const worklistPlants = (page: Page, part: string): Locator =>
  worklist(page).getByRole('table', { name: part, exact: true }).getByRole('row')

/** Selects all plants at risk, and puts them on the worklist. */
export async function listAll(page: Page, count: number): Promise<void> {
  await page.getByLabel('Select all shown').check()
  await button(page, `Provision ${count} ${count === 1 ? 'plant' : 'plants'} one at a time`).click()
  await expect(worklist(page)).toContainText(`0 of ${count} renewed · ${count} to do`)
}

/** Renews the next plant of the worklist, and comes back; returns the package. */
export async function renewNext(page: Page, name: string): Promise<SavedPackage> {
  await worklist(page)
    .getByRole('link', { name: `Next: ${name}` })
    .click()
  await confirmButton(page).click()
  const saved = await savePackage(page)
  await confirmStored(page)
  await page.getByRole('link', { name: /^Certificates/ }).click()
  return saved
}

/** Reads everything again until the worklist says this. Before each reading, `prepare` may change the platform. */
export async function refreshUntil(
  page: Page,
  text: string | RegExp,
  prepare: () => Promise<void> = async () => undefined,
): Promise<void> {
  await expect(async () => {
    await prepare()
    await button(page, 'Refresh now').click()
    await expect(worklist(page)).toContainText(text, { timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
}

/** Lets the platform see a plant again and again, until the worklist says this: the first seconds don't count. */
export const contactUntil = (
  page: Page,
  org: Organization,
  plantId: string,
  text: string,
): Promise<void> =>
  refreshUntil(page, text, () => org.changePlant(plantId, { lastSeenAt: new Date().toISOString() }))
