import { morning, riskyPlants } from '../support/certificates'
import { button, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectNoViolations } from '../support/violations'

test('a phone has the filters behind a button that counts them @phone', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: morning() })
  await org.open(page, '/certificates')
  await expect(riskyPlants(page)).toHaveCount(5)
  await expect(page.getByLabel('Contact')).toHaveCount(0)
  await button(page, 'Filters').focus()
  await page.keyboard.press('Enter')
  const dialog = openDialog(page)
  await dialog.getByLabel('Contact').selectOption('Offline (1)')
  await expectNoViolations(page, 'filters of the certificates page')
  await expect(page).not.toHaveURL(/filters/i)
  await button(page, 'Show 1 certificate').click()
  await expect(dialog).toHaveCount(0)
  await expect(riskyPlants(page)).toHaveText(['Offline in 20'])
  const filters = button(page, 'Filters (1)')
  await expect(filters).toBeFocused()
  await page.reload()
  await expect(filters).toHaveAttribute('aria-expanded', 'false')
  await filters.press('Enter')
  await dialog.getByLabel('Soon within (days)').fill('60')
  await dialog.getByLabel('Contact').selectOption('All')
  await page.keyboard.press('Escape')
  await expect(filters).toBeVisible()
  await expect(riskyPlants(page)).toHaveCount(5)
})

test('a wide window shows all filters above the rows', async ({ page, organization }) => {
  const org = await organization({ rows: morning() })
  await org.open(page, '/certificates')
  await expect(page.getByLabel('Contact')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Filters/ })).toHaveCount(0)
})
