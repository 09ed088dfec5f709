import type { Page } from '@playwright/test'
import { alertWith, unknownOutcome } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { everyAttempt, lostResponses } from '../support/lost-responses'
import { createButton, fillNewPlant, newPlantField } from '../support/new-plant'
import type { Organization } from '../support/organization'
import { afterRetries } from '../support/refresh'

const save = (page: Page) => createButton(page).click()
const always = { method: 'POST', path: '/api/v1/plants$', times: everyAttempt } as const

async function fill(page: Page): Promise<void> {
  await fillNewPlant(page, { serialNumber: 'U-1' })
  await newPlantField(page, 'Metadata').fill('{"hall":4}')
}

async function openAndFill(page: Page, org: Organization): Promise<void> {
  await org.open(page, '/plants?create=true')
  await fill(page)
}

/** Sends a creation that never reaches the server, and waits until its outcome is checked. */
async function sendUnreachable(page: Page, org: Organization): Promise<void> {
  await org.fault({ ...always, kind: 'drop-before' })
  await save(page)
  await expect(unknownOutcome(page)).toContainText(
    /Not completed as of [-\d]+ [:\d]+ UTC: no plant has this serial number/,
  )
}

/** Returns the number of plants in the organization. */
async function countPlants(org: Organization): Promise<number> {
  const list = await org.read<{ meta: { total: number } }>('/plants')
  return list.meta.total
}

for (const { kind, what } of lostResponses) {
  test(`finds the plant after a creation ${what}`, async ({ page, organization, provokes }) => {
    provokes(/ERR_|status of 500/)
    const org = await organization({ plants: 120 })
    await org.fault({ ...always, kind })
    await openAndFill(page, org)
    await save(page)
    await expect(unknownOutcome(page)).toContainText('It may or may not have been completed.')
    await expect(unknownOutcome(page)).toContainText(
      /Completed: a plant with this serial number exists, since [-\d]+ [:\d]+/,
    )
    await unknownOutcome(page).getByRole('button', { name: 'Open plant' }).click()
    await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()
    expect(await countPlants(org)).toBe(121)
  })
}

test('detects that a creation never arrived, and keeps the form for another try', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|status of 500/)
  const org = await organization({ plants: 3 })
  await openAndFill(page, org)
  await sendUnreachable(page, org)
  await expect(unknownOutcome(page).getByRole('button', { name: 'Open plant' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await org.fault({ path: '/api/v1/plants$', method: 'GET', kind: 'error-before', times: 3 })
  await unknownOutcome(page).getByRole('button', { name: 'Check again' }).click()
  await expect(unknownOutcome(page)).toContainText('Couldn’t load the list', afterRetries)
  await org.clearFaults()
  await unknownOutcome(page).getByRole('button', { name: 'Check again' }).click()
  await expect(unknownOutcome(page)).toContainText(
    /Not completed as of [-\d]+ [:\d]+ UTC: no plant has this serial number/,
  )
  await unknownOutcome(page).getByRole('button', { name: 'Back to the form' }).click()
  await expect(newPlantField(page, 'Name')).toHaveValue('FVE Zlín')
  await expect(newPlantField(page, 'Metadata')).toHaveValue('{"hall":4}')
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
  await expect(
    isDone.or(unknownOutcome(page).getByRole('button', { name: 'Open plant' })),
  ).toBeVisible()
  const requests = await org.requests('POST', /\/plants$/)
  expect(new Set(requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  expect(await countPlants(org)).toBe(1)
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
  await fill(page)
  await org.fault({ ...always, kind: 'error-after', delayMs: 1_500 })
  await save(page)
  await expect(page.getByRole('button', { name: 'Cancel' })).toHaveAccessibleDescription(
    'The plant is being created.',
  )
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(alertWith(page, 'Outcome unknown')).toContainText(
    'Creating U-1 was sent, but the server reported an error (HTTP 500).',
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
  await expect(unknownOutcome(page)).toBeVisible({ timeout: 5_000 })
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
  await sendUnreachable(page, org)
  await page.goBack()
  await expect(unknownOutcome(page)).toHaveCount(0)
  await expect(alertWith(page, 'Outcome unknown')).toContainText(
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
  await openAndFill(page, org)
  await sendUnreachable(page, org)
  await org.clearFaults()
  const body = { name: 'FVE Zlín', serialNumber: 'U-1', type: 'GATEWAY' }
  await org.call('POST', '/plants', 'admin', body)
  await expect(unknownOutcome(page)).toContainText(
    /Completed: a plant with this serial number exists, since [-\d]+ [:\d]+/,
  )
})
