import type { Locator, Page } from '@playwright/test'
import type { Organization } from './organization'

export const newPlantDialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'New plant' })

/** Returns the field with exactly this label in the New plant form. */
export const newPlantField = (page: Page, label: string): Locator =>
  newPlantDialog(page).getByLabel(label, { exact: true })

export const createButton = (page: Page): Locator =>
  page.getByRole('button', { name: 'Create plant' })

/** Fills in the required fields of the New plant form. */
export async function fillNewPlant(
  page: Page,
  { name = 'FVE Zlín', serialNumber = 'N-1', type = 'GATEWAY' } = {},
): Promise<void> {
  await newPlantField(page, 'Name').fill(name)
  await newPlantField(page, 'Serial number').fill(serialNumber)
  await newPlantField(page, 'Type').selectOption(type)
}

/** Returns the requests to create a plant that reached the platform. */
export const creations = (org: Organization) => org.requests('POST', /\/api\/v1\/plants$/)
