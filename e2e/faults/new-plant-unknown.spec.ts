import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import type { Organization } from '../support/organization'

const unknown = (page: Page) => page.getByRole('dialog', { name: 'Outcome unknown' })
const save = (page: Page) => page.getByRole('button', { name: 'Create plant' }).click()
/** More often than the browser itself sends again. */
const always = { method: 'POST', path: '/api/v1/plants$', times: 20 } as const

async function openAndFill(page: Page, org: Organization): Promise<void> {
  await org.open(page, '/plants?create=true')
  await fill(page)
}

async function fill(page: Page): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill('FVE Zlín')
  await page.getByLabel('Serial number').fill('U-1')
  await page.getByLabel('Type').selectOption('GATEWAY')
  await page.getByLabel('Metadata').fill('{"hall":4}')
}

for (const { kind, what } of [
  { kind: 'drop-after', what: 'whose response is lost' },
  { kind: 'error-after', what: 'that ends in a 500' },
  { kind: 'cut-body', what: 'with a truncated response' },
] as const) {
  test(`finds the plant after a creation ${what}`, async ({ page, organization, provokes }) => {
    provokes(/ERR_|status of 500/)
    const org = await organization({ plants: 120 })
    await org.fault({ ...always, kind })
    await openAndFill(page, org)
    await save(page)
    await expect(unknown(page)).toContainText('It may or may not have been completed.')
    await expect(unknown(page)).toContainText('A plant with this serial number exists, created')
    await unknown(page).getByRole('button', { name: 'Open plant' }).click()
    await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()
    const { meta } = (await (await org.call('GET', '/plants')).json()) as {
      meta: { total: number }
    }
    expect(meta.total).toBe(121)
  })
}

test('detects that a creation never arrived, and keeps the form for another try', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|status of 500/)
  const org = await organization({ plants: 3 })
  await org.fault({ ...always, kind: 'drop-before' })
  await openAndFill(page, org)
  await save(page)
  await expect(unknown(page)).toContainText('No plant with this serial number as of')
  await expect(unknown(page).getByRole('button', { name: 'Open plant' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await org.fault({ path: '/api/v1/plants$', method: 'GET', kind: 'error-before', times: 3 })
  await unknown(page).getByRole('button', { name: 'Check again' }).click()
  await expect(unknown(page)).toContainText('Couldn’t load the list', { timeout: 15_000 })
  await org.clearFaults()
  await unknown(page).getByRole('button', { name: 'Check again' }).click()
  await expect(unknown(page)).toContainText('No plant with this serial number as of')
  await unknown(page).getByRole('button', { name: 'Back to the form' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('FVE Zlín')
  await expect(page.getByLabel('Metadata')).toHaveValue('{"hall":4}')
  await save(page)
  await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()
})

test('creates only one plant when the browser repeats the request with the same idempotency key', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_/)
  const org = await organization()
  await org.fault({ ...always, kind: 'drop-after', times: 1 })
  await openAndFill(page, org)
  await save(page)
  const isDone = page.getByRole('heading', { name: 'FVE Zlín' })
  await expect(isDone.or(unknown(page).getByRole('button', { name: 'Open plant' }))).toBeVisible()
  const requests = await org.requests('POST', /\/plants$/)
  expect(new Set(requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  const { meta } = (await (await org.call('GET', '/plants')).json()) as { meta: { total: number } }
  expect(meta.total).toBe(1)
})

test('disables Cancel while creating, and reports an unknown outcome after Back', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const org = await organization()
  await org.open(page, '/plants')
  await page.getByRole('button', { name: 'New plant' }).click()
  await page.getByLabel('Name', { exact: true }).fill('FVE Zlín')
  await page.getByLabel('Serial number').fill('U-1')
  await page.getByLabel('Type').selectOption('GATEWAY')
  await org.fault({ ...always, kind: 'error-after', delayMs: 1_500 })
  await save(page)
  await expect(page.getByRole('button', { name: 'Cancel' })).toHaveAccessibleDescription(
    'The plant is being created.',
  )
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('alert').filter({ hasText: 'Outcome unknown' })).toContainText(
    'Creating U-1 was sent, but no readable response arrived.',
  )
})

test('reports a failure immediately even if the list responds slowly', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const org = await organization()
  await openAndFill(page, org)
  await expect(page.getByText('There are no plants yet')).toBeVisible()
  await org.fault({ ...always, kind: 'error-before' })
  await org.fault({
    path: '/api/v1/plants$',
    method: 'GET',
    kind: 'delay',
    delayMs: 9_000,
    times: 3,
  })
  await save(page)
  await expect(unknown(page)).toBeVisible({ timeout: 5_000 })
})

test('going back from a creation with an unknown outcome leaves a message', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|status of 500/)
  const org = await organization({ plants: 3 })
  await org.open(page, '/plants')
  await page.getByRole('button', { name: 'New plant' }).click()
  await fill(page)
  await org.fault({ ...always, kind: 'drop-before' })
  await save(page)
  await expect(unknown(page)).toContainText('No plant with this serial number as of')
  await page.goBack()
  await expect(unknown(page)).toHaveCount(0)
  await expect(page.getByRole('alert').filter({ hasText: 'Outcome unknown' })).toContainText(
    'Creating U-1 was sent, but no readable response arrived.',
  )
})

test('finds a plant that is created late without another check by the user', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|status of 500/)
  const org = await organization({ plants: 3 })
  await org.fault({ ...always, kind: 'drop-before' })
  await openAndFill(page, org)
  await save(page)
  await expect(unknown(page)).toContainText('No plant with this serial number as of')
  await org.clearFaults()
  const body = { name: 'FVE Zlín', serialNumber: 'U-1', type: 'GATEWAY' }
  await org.call('POST', '/plants', 'admin', body)
  await expect(unknown(page)).toContainText('A plant with this serial number exists, created')
})
