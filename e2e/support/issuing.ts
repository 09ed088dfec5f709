import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { confirmButton } from './dialogs'
import type { Organization } from './organization'

/** A provisioning package as it is saved. */
export interface SavedPackage {
  plantId: string
  authMethod: string
  mqtt: { broker: string; port: number; topics: Record<string, string> }
  security: Record<string, string>
}

/** Asks for something that is shown once, on the Security part of a plant's page; gives its dialog. */
export async function issue(page: Page, button: string): Promise<Locator> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await confirmButton(page).click()
  const dialog = page.getByRole('dialog').filter({ has: page.getByText('Store the secrets') })
  await expect(dialog.getByRole('button', { name: 'I have stored it' })).toBeVisible()
  return dialog
}

/** What a button saves. */
export async function save(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

export async function savePackage(page: Page): Promise<SavedPackage> {
  return JSON.parse((await save(page, 'Download JSON')).text) as SavedPackage
}

export async function stored(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I have stored it' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** The value of a fact in a list of them. */
export function fact(within: Page | Locator, label: string): Locator {
  return within
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::dd')
}

/** A plant that was provisioned, and its id. */
export function provisioned(members: Record<string, unknown> = {}) {
  const id = randomUUID()
  const row = { id, name: 'FVE Tábor', serialNumber: 'S-1', lifecycleStatus: 'PROVISIONED' }
  return { id, rows: [{ ...row, ...members }] }
}

export async function openSecurity(page: Page, org: Organization, id: string): Promise<void> {
  await org.open(page, `/plants/${id}/security`)
  await expect(page.getByRole('region', { name: 'Credentials' })).toBeVisible()
}
