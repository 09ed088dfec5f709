import { button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPalette, paletteOption, paletteSearch } from '../support/palette'

test.use({ isFleetListHeld: true })

test('leads from a plant back to the page and filter of the list', async ({
  page,
  organization,
}) => {
  const rows = Array.from({ length: 25 }, (_, index) => ({
    name: `FVE ${index}`,
    serialNumber: `N-${index}`,
    authMethod: 'TOKEN',
  }))
  const org = await organization({ rows })
  await org.open(page, '/plants?authMethod=TOKEN&page=2')
  await expect(page.getByText('21–25 of 25')).toBeVisible()
  await page.getByRole('row').nth(1).getByRole('link').click()
  const breadcrumb = page.getByRole('banner').getByRole('link', { name: 'Plants' })
  await breadcrumb.click()
  await expect(page).toHaveURL(/\/plants\?.*page=2/)
  await expect(page.getByText('21–25 of 25')).toBeVisible()
  await expect(page.getByLabel('Authentication method')).toHaveValue('TOKEN')
})

test('goes to the last page from a page past the end', async ({ page, organization }) => {
  const org = await organization({ plants: 25 })
  await org.open(page, '/plants?page=99')
  await expect(page.getByText('Page 99, past the last page 2')).toBeVisible()
  await expect(page.getByText('None of 25')).toBeVisible()
  await button(page, 'Previous page').click()
  await expect(page.getByText('21–25 of 25')).toBeVisible()
  await expect(page.getByText('Page 2 of 2')).toBeVisible()
})

test('explains why an operator cannot create or edit a plant from a link', async ({
  page,
  organization,
}) => {
  const id = crypto.randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'N-1' }] })
  await org.open(page, '/plants?create=true', 'operator')
  const main = page.getByRole('main')
  await expect(main.getByText('Only administrators can create plants.').last()).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto(`/plants/${id}?action=edit`)
  const dialog = page.getByRole('dialog', { name: 'Edit plant' })
  await expect(dialog.getByText('Only administrators can edit plants.').first()).toBeVisible()
})

test('shows the exact time of a relative one on hover', async ({ page, organization }) => {
  const lastSeenAt = '2026-01-02T03:04:05.000Z'
  const org = await organization({ rows: [{ name: 'FVE Tábor', serialNumber: 'N-1', lastSeenAt }] })
  await org.open(page, '/plants')
  const time = page.getByRole('row', { name: /FVE Tábor/ }).getByRole('time')
  await expect(time).not.toHaveAttribute('title')
  await time.hover()
  await expect(time).toHaveAttribute('title', /2026-01-02 \d\d:04:05/)
})

test('moves the focus to the content when the control that opened a dialog is gone', async ({
  page,
  organization,
}) => {
  const id = crypto.randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'N-1' }] })
  await org.open(page, `/plants/${id}`)
  await openPalette(page)
  await paletteSearch(page).fill('Edit')
  await paletteOption(page, /^Edit/).click()
  const dialog = page.getByRole('dialog', { name: 'Edit plant' })
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('main')).toBeFocused()
})
