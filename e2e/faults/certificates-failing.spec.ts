import type { Page } from '@playwright/test'
import { morning, riskSummary, riskyPlants } from '../support/certificates'
import { expect, test } from '../support/fixtures'
import type { NewOrganization } from '../support/organization'
import { afterRetries } from '../support/refresh'
import { expectNoViolations } from '../support/violations'

interface Given {
  page: Page
  organization: NewOrganization
  provokes: (...messages: RegExp[]) => void
}

/** Opens the page while the API fails for these paths. */
async function openFailing({ page, organization, provokes }: Given, path: string) {
  provokes(/status of 500/)
  const org = await organization({ rows: morning() })
  await org.fault({ kind: 'error-before', status: 500, times: 1_000, path })
  await org.open(page, '/certificates')
  return org
}

test('shows the list without the figures, and then both', async ({
  page,
  organization,
  provokes,
}) => {
  const org = await openFailing({ page, organization, provokes }, '/plants/certificate-stats$')
  await expect(riskyPlants(page)).toHaveCount(5)
  await expect(page.getByRole('alert')).toContainText('Try again', afterRetries)
  await org.clearFaults()
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Matches the plant list')).toHaveCount(4)
})

test('shows the figures without the list, and then both', async ({
  page,
  organization,
  provokes,
}) => {
  const org = await openFailing({ page, organization, provokes }, '/plants$')
  await expect(riskyPlants(page)).toHaveCount(5)
  await expect(riskSummary(page)).toHaveText(
    '5 certificates at risk (2 of them expired): contact not read yet',
  )
  await expect(page.getByText('not read yet').first()).toBeVisible()
  await expect(page.getByText(/^Couldn’t load the list of plants/)).toBeVisible(afterRetries)
  await expectNoViolations(page, 'certificates without the list')
  await org.clearFaults()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(/^Couldn’t load the list of plants/)).toHaveCount(0)
  await expect(page.getByText('not read yet')).toHaveCount(0)
})

test('claims nothing when neither the figures nor the list can be read', async ({
  page,
  organization,
  provokes,
}) => {
  await openFailing({ page, organization, provokes }, '/plants(/|$)')
  await expect(page.getByText(/^Couldn’t load the list of plants/)).toBeVisible(afterRetries)
  await expect(page.getByText('Couldn’t load the figures')).toBeVisible(afterRetries)
  await expect(riskSummary(page)).toHaveCount(0)
  await expect(page.getByText(/^No certificate at risk|^No certificate is at risk/)).toHaveCount(0)
  await expectNoViolations(page, 'certificates that can’t be read')
})
