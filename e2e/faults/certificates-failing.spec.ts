import { morning, riskSummary, riskyPlants } from '../support/certificates'
import { expect, test } from '../support/fixtures'
import { afterRetries } from '../support/refresh'
import { expectNoViolations } from '../support/violations'

const fault = { kind: 'error-before', status: 500, times: 1_000 } as const

test('shows the list without the figures, and then both', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const org = await organization({ rows: morning() })
  await org.fault({ ...fault, path: '/plants/certificate-stats$' })
  await org.open(page, '/certificates')
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
  provokes(/status of 500/)
  const org = await organization({ rows: morning() })
  await org.fault({ ...fault, path: '/plants$' })
  await org.open(page, '/certificates')
  await expect(riskyPlants(page)).toHaveCount(5)
  await expect(riskSummary(page)).toHaveText(
    '5 certificates at risk, 2 of them expired: contact not read yet',
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
  provokes(/status of 500/)
  const org = await organization({ rows: morning() })
  await org.fault({ kind: 'error-before', status: 500, times: 1_000, path: '/plants(/|$)' })
  await org.open(page, '/certificates')
  await expect(page.getByText(/^Couldn’t load the list of plants/)).toBeVisible(afterRetries)
  await expect(page.getByText('Couldn’t load the figures')).toBeVisible(afterRetries)
  await expect(riskSummary(page)).toHaveCount(0)
  await expect(page.getByText(/^No certificate at risk|^No certificate is at risk/)).toHaveCount(0)
  await expectNoViolations(page, 'certificates that can’t be read')
})
