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
  const org = await organization({ rows: rows() })
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
