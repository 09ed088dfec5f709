import { confirmButton, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { fullPlant } from '../support/full-plant'
import { chooseInMenu } from '../support/menus'
import { openPalette, paletteSearch } from '../support/palette'
import { plantTab } from '../support/plant-tabs'
import { translate } from '../support/translator'

test.use({ isFleetListHeld: true })

test('every page and dialog works while the browser translates it', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 30, seed: 3 })
  const plantId = await fullPlant(org)
  await page.goto('/sign-in?redirect=/plants')
  await translate(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Enter your username.')).toBeVisible()
  await org.fillSignIn(page)
  await expect(page.getByText('1–20 of 30')).toBeVisible()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('21–30 of 30')).toBeVisible()
  await expect(page.getByText('1–20 of 30')).toHaveCount(0)
  await chooseInMenu(page, 'View', 'UTC')

  await openPalette(page)
  const search = paletteSearch(page)
  for (const text of ['nothing like it', 'FVE', 'OVERVIEW-1']) await search.fill(text)
  await expect(page.getByRole('dialog')).not.toContainText('No result for')
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1)
  await search.press('Enter')
  await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()

  const main = page.getByRole('main')
  for (const [part, seen] of [
    ['Alerts', 'active'],
    ['Energy', 'The day in numbers'],
    ['Security', 'Credentials'],
    ['Overview', 'Metadata'],
  ] as const) {
    await plantTab(page, part).click()
    await expect(main).toContainText(seen)
    await page.getByRole('button', { name: 'Refresh now' }).click()
  }
  await page.getByRole('button', { name: 'Text', exact: true }).click()
  await page.getByRole('button', { name: 'Tree', exact: true }).click()

  for (const dialog of ['create', 'edit', 'move', 'suspend', 'revoke', 'delete', 'provision']) {
    const path = dialog === 'create' ? '/plants?create=true' : `/plants/${plantId}?action=${dialog}`
    await page.goto(path)
    await expect(openDialog(page)).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(openDialog(page)).toHaveCount(0)
  }
  await page.goto(`/plants/${plantId}/security`)
  await page.getByRole('button', { name: 'Suspend', exact: true }).click()
  await confirmButton(page).click()
  await expect(main).toContainText('Suspended')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})
