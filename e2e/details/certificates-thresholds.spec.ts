import { certifiedPlant, riskyPlants } from '../support/certificates'
import { expect, test } from '../support/fixtures'
import { expectNoViolations } from '../support/violations'

const rows = () => [certifiedPlant('In 5', 5), certifiedPlant('In 20', 20)]

test('a threshold that can’t be used is explained, and leaves the previous one in effect', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: rows() })
  await org.open(page, '/certificates?urgent=10')
  await expect(riskyPlants(page)).toHaveCount(2)
  const urgent = page.getByLabel('Urgent within (days)')
  const soon = page.getByLabel('Soon within (days)')
  const mistake = page.getByRole('alert').filter({ hasText: /stays in effect/ })
  for (const text of ['-5', 'ten', '751']) {
    await soon.fill(text)
    await expect(mistake).toHaveText('Enter a whole number from 1 to 750. 30 stays in effect.')
    await expect(soon).toHaveAttribute('aria-invalid', 'true')
    await expect(soon).toHaveAccessibleDescription(/stays in effect/)
    await soon.blur()
    await expect(soon).toHaveValue(text)
  }
  await expectNoViolations(page, 'a threshold that can’t be used')
  await soon.fill('9')
  await expect(mistake).toHaveText('Enter at least 10, the days for “urgent”. 30 stays in effect.')
  await expect(riskyPlants(page)).toHaveCount(2)
  await expect(page).not.toHaveURL(/soon=/)
  await urgent.fill('6')
  await expect(mistake).toHaveCount(0)
  await expect(page).toHaveURL(/soon=9/)
  await expect(riskyPlants(page)).toHaveText(['In 5'])
  await urgent.fill('12')
  await expect(mistake).toHaveText('Enter at most 9, the days for “soon”. 6 stays in effect.')
  await urgent.fill('')
  await urgent.blur()
  await expect(mistake).toHaveCount(0)
  await expect(urgent).toHaveValue('7')
  await expect(urgent).not.toHaveAttribute('aria-invalid')
})

test('a capacity that can’t be used leaves the plan as it is', async ({ page, organization }) => {
  // On a Monday, one that expires in 5 days would be due in the week of its expiry.
  const org = await organization({
    rows: [certifiedPlant('In 12', 12), certifiedPlant('In 20', 20)],
  })
  await org.open(page, '/certificates?capacity=20')
  const capacity = page.getByLabel('Renewals a week')
  const plan = page.getByRole('region', { name: 'Renewal plan' })
  await expect(plan.getByText('Feasible', { exact: true })).toBeVisible()
  await capacity.fill('0')
  await expect(page.getByRole('alert').filter({ hasText: 'stays in effect' })).toHaveText(
    'Enter a whole number from 1 to 10,000. 20 stays in effect.',
  )
  await expect(plan.getByText('Feasible', { exact: true })).toBeVisible()
  await capacity.fill('')
  await expect(plan).toContainText('Enter your weekly capacity')
  await capacity.fill('few')
  await expect(page.getByRole('alert').filter({ hasText: 'stays in effect' })).toHaveText(
    'Enter a whole number from 1 to 10,000. No limit stays in effect.',
  )
})

test('an address that can’t be used as it is says what is used, and can be corrected', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: rows() })
  await org.open(page, '/certificates?urgent=40&soon=30&capacity=0&from=soon')
  const notice = page.getByRole('status').filter({ hasText: 'address can’t be used' })
  await expect(notice).toContainText(
    '“urgent” is 40 days, more than the 30 days of “soon”. Urgent is within 30 days.',
  )
  await expect(notice).toContainText('There is no limit.')
  await expect(notice).toContainText('“from” isn’t a day like 2026-11-28. It is ignored.')
  await expect(page.getByLabel('Urgent within (days)')).toHaveValue('30')
  await expect(page.getByText(/^2 certificates at risk: /)).toBeVisible()
  await expectNoViolations(page, 'an address that can’t be used')
  await notice.getByRole('button', { name: 'Correct the address' }).click()
  await expect(notice).toHaveCount(0)
  await expect(page).toHaveURL(/\/certificates\?urgent=30&soon=30$/)
  await page.goto('/certificates?soon=5')
  await expect(notice).toContainText('The default of “urgent” is 7 days')
  await expect(riskyPlants(page)).toHaveText([])
})
