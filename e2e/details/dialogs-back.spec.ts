import type { Page } from '@playwright/test'
import { button, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'
import { plantTab } from '../support/plant-tabs'

/** Opens a dialog that the URL doesn't know of. */
const dialogs: Record<string, (page: Page) => Promise<void>> = {
  'the search of everything': (page) => page.keyboard.press('Control+k'),
  'the list of keys': (page) => page.keyboard.press('?'),
  'the columns of the list': (page) => button(page, 'Columns').click(),
}

for (const [what, open] of Object.entries(dialogs)) {
  test(`the browser’s Back closes ${what} and stays on the page`, async ({
    page,
    organization,
  }) => {
    const org = await organization({ plants: 3 })
    await org.open(page, '/certificates')
    await page.getByRole('link', { name: 'Plants', exact: true }).click()
    await expect(button(page, 'Columns')).toBeVisible()
    await open(page)
    await expect(openDialog(page)).toBeVisible()
    await page.goBack()
    await expect(openDialog(page)).toHaveCount(0)
    await expect(page).toHaveURL(/\/plants/)
    await expect(button(page, 'Columns')).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL(/\/certificates/)
  })
}

test('the browser’s Back closes the filters on a phone and stays on the page @phone', async ({
  page,
  organization,
}) => {
  const { id, rows } = onePlant({ status: 'ONLINE' })
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}`)
  await expect(plantTab(page, 'Overview')).toBeVisible()
  await button(page, 'Pages').click()
  await page.getByRole('menuitem', { name: /^Certificates/ }).click()
  await button(page, 'Filters').click()
  await expect(openDialog(page)).toBeVisible()
  await page.goBack()
  await expect(openDialog(page)).toHaveCount(0)
  await expect(page).toHaveURL(/\/certificates/)
})
