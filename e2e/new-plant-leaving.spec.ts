import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'
import type { Organization } from './support/organization'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'New plant' })
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const fill = async (page: Page) => {
  await field(page, 'Name').fill('FVE Zlín')
  await field(page, 'Serial number').fill('N-1')
  await field(page, 'Type').selectOption('GATEWAY')
}
const posts = (org: Organization) => org.requests('POST', /\/api\/v1\/plants$/)

test('asks before it discards input, however the form is closed', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page, '/plants')
  await page.getByRole('button', { name: 'New plant' }).click()
  await expect(page).toHaveURL(/create=true/)
  await expect(field(page, 'Name')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'New plant' }).click()
  await fill(page)
  const question = dialog(page).getByRole('alert').filter({ hasText: 'Discard changes?' })
  await field(page, 'Name').focus()
  await page.keyboard.press('Escape')
  await expect(question).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Keep editing' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(field(page, 'Name')).toBeFocused()
  await page.mouse.click(5, 5)
  await expect(question).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Keep editing' }).click()
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  await expect(question).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Keep editing' }).click()
  await expect(field(page, 'Name')).toHaveValue('FVE Zlín')
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  await dialog(page).getByRole('button', { name: 'Discard' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page).not.toHaveURL(/create=true/)
  expect(await posts(org)).toHaveLength(0)
})

test('Back after creating a plant returns to the list, not to an empty form', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page, '/plants')
  await page.getByRole('button', { name: 'New plant' }).click()
  await fill(page)
  await page.getByRole('button', { name: 'Create plant' }).click()
  await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()
  await page.goBack()
  await expect(page.getByText('1–1 of 1')).toBeVisible()
  await expect(dialog(page)).toHaveCount(0)
})

test('Back, a reload and closing the tab ask before typed text is lost', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page, '/plants')
  await page.getByRole('button', { name: 'New plant' }).click()
  await field(page, 'Name').fill('FVE Zlín')
  await page.goBack()
  await expect(dialog(page).getByRole('alert').filter({ hasText: 'Discard' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  const reload = () => page.evaluate(() => void setTimeout(() => location.reload()))
  for (const leave of [reload, () => page.close({ runBeforeUnload: true })]) {
    const question = page.waitForEvent('dialog')
    await leave()
    const asked = await question
    expect(asked.type()).toBe('beforeunload')
    await asked.dismiss()
  }
  await expect(field(page, 'Name')).toHaveValue('FVE Zlín')
  await page.goBack()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog(page)).toHaveCount(0)
})

test('Back closes an empty dialog, and Forward opens it again', async ({ page, organization }) => {
  const org = await organization()
  await org.open(page, '/plants')
  await page.getByRole('button', { name: 'New plant' }).click()
  await expect(dialog(page)).toBeVisible()
  await page.goBack()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Plants 0' })).toBeVisible()
  await page.goForward()
  await expect(dialog(page)).toBeVisible()
})
