import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { confirmButton } from './dialogs'
import { onePlant } from './one-plant'
import type { Organization } from './organization'
import { saveWith } from './saved-files'

/** Provisioning package as the dashboard saves it. */
export interface SavedPackage {
  plantId: string
  authMethod: string
  mqtt: { broker: string; port: number; topics: Record<string, string> }
  security: Record<string, string>
}

/** Issues something that is shown once, from a plant's Security tab; returns the dialog that shows it. */
export async function issue(page: Page, button: string): Promise<Locator> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await confirmButton(page).click()
  const dialog = page
    .getByRole('dialog')
    .filter({ has: page.getByText(/Store (the secret|everything) before/) })
  await expect(dialog.getByRole('button', { name: 'I have stored it' })).toBeVisible()
  return dialog
}

/** Clicks a button that saves a file; returns the file's name and text. */
export async function save(page: Page, button: string): Promise<{ name: string; text: string }> {
  const { name, content } = await saveWith(page, button)
  return { name, text: content.toString() }
}

/** Provisions a plant outside the browser; returns the issued package. */
export async function provisionByApi(org: Organization, id: string): Promise<SavedPackage> {
  return (await (await org.call('POST', `/plants/${id}/provision`)).json()) as SavedPackage
}

export async function savePackage(page: Page): Promise<SavedPackage> {
  return JSON.parse((await save(page, 'Download JSON')).text) as SavedPackage
}

/** Confirms that the secrets are stored, and closes the dialog even if they were not all saved or copied. */
export async function confirmStored(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I have stored it' }).click()
  // Asked when not every secret was saved or copied with the dialog's buttons.
  const anyway = page.getByRole('button', { name: 'Close anyway' })
  await expect(anyway.or(page.locator('body:not(:has([role="dialog"]))'))).toBeVisible()
  if (await anyway.isVisible()) await anyway.click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Returns a provisioned plant as the only row of an organization, and its id. */
export function provisioned(members: Record<string, unknown> = {}) {
  const plant = { name: 'FVE Tábor', serialNumber: 'S-1', lifecycleStatus: 'PROVISIONED' }
  return onePlant({ ...plant, ...members })
}

export async function openSecurity(page: Page, org: Organization, id: string): Promise<void> {
  await org.open(page, `/plants/${id}/security`)
  await expect(page.getByRole('region', { name: 'Credentials' })).toBeVisible()
}
