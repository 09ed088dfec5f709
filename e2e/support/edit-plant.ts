import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import type { Organization, PageFixtures } from './organization'

/** Path and method of a change to a plant, for a fault. */
export const changeRequest = { method: 'PATCH', path: '/plants/[\\da-f-]+$' } as const

export const editDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Edit plant' })

/** Returns the field with exactly this label in the edit form. */
export const editField = (page: Page, label: string): Locator =>
  editDialog(page).getByLabel(label, { exact: true })

/** Returns the changes to plants that reached the platform. */
export const changes = (org: Organization) => org.requests('PATCH', /\/plants\/[\da-f-]+$/)

/** Collects the request bodies of the changes that a page sends, as text. */
export function changeBodies(page: Page): string[] {
  const bodies: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH') bodies.push(request.postData() ?? '')
  })
  return bodies
}

/** Reads a plant through the API. */
export const readPlant = (org: Organization, id: string): Promise<Record<string, unknown>> =>
  org.read(`/plants/${id}`)

interface EditFormOptions {
  /** Members of the plant, in the API's field names. */
  plant?: Record<string, unknown>
  otherPlants?: Record<string, unknown>[]
  accessTokenSeconds?: number
}

/** Creates a plant named FVE Tábor and opens its edit form as an administrator. */
export async function openEditForm(
  { page, organization }: PageFixtures,
  { plant = {}, otherPlants = [], ...options }: EditFormOptions = {},
) {
  const id = randomUUID()
  const row = { id, name: 'FVE Tábor', serialNumber: 'O-1', ...plant }
  const org = await organization({ rows: [row, ...otherPlants], ...options })
  await org.open(page, `/plants/${id}?action=edit`)
  await expect(editField(page, 'Name')).toBeFocused()
  return { id, org, read: () => readPlant(org, id) }
}
