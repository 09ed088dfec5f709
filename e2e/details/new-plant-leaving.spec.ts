import { expect, test } from '../support/fixtures'
import {
  createButton,
  creations,
  fillNewPlant,
  newPlantDialog,
  newPlantField,
} from '../support/new-plant'

test('asks before it discards input, however the form is closed', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page, '/plants')
  await page.getByRole('button', { name: 'New plant' }).click()
  await expect(page).toHaveURL(/create=true/)
  await expect(newPlantField(page, 'Name')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(newPlantDialog(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'New plant' }).click()
  await fillNewPlant(page)
  const question = newPlantDialog(page).getByRole('alert').filter({ hasText: 'Discard changes?' })
  await newPlantField(page, 'Name').focus()
  await page.keyboard.press('Escape')
  await expect(question).toBeVisible()
  await expect(newPlantDialog(page).getByRole('button', { name: 'Keep editing' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(newPlantField(page, 'Name')).toBeFocused()
  await page.mouse.click(5, 5)
  await expect(question).toBeVisible()
  await newPlantDialog(page).getByRole('button', { name: 'Keep editing' }).click()
  await newPlantDialog(page).getByRole('button', { name: 'Close' }).click()
  await expect(question).toBeVisible()
  await newPlantDialog(page).getByRole('button', { name: 'Keep editing' }).click()
  await expect(newPlantField(page, 'Name')).toHaveValue('FVE Zlín')
  await newPlantDialog(page).getByRole('button', { name: 'Cancel' }).click()
  await newPlantDialog(page).getByRole('button', { name: 'Discard' }).click()
  await expect(newPlantDialog(page)).toHaveCount(0)
  await expect(page).not.toHaveURL(/create=true/)
  expect(await creations(org)).toHaveLength(0)
})

test('Back after creating a plant returns to the list, not to an empty form', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page, '/plants')
  await page.getByRole('button', { name: 'New plant' }).click()
  await fillNewPlant(page)
  await createButton(page).click()
  await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('row').getByRole('link', { name: 'FVE Zlín' })).toBeVisible()
  await expect(newPlantDialog(page)).toHaveCount(0)
})

test('Back, a reload and closing the tab ask before typed text is lost', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page, '/plants')
  await page.getByRole('button', { name: 'New plant' }).click()
  await newPlantField(page, 'Name').fill('FVE Zlín')
  await page.goBack()
  await expect(newPlantDialog(page).getByRole('alert').filter({ hasText: 'Discard' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  const reload = () => page.evaluate(() => void setTimeout(() => location.reload()))
  for (const leave of [reload, () => page.close({ runBeforeUnload: true })]) {
    const question = page.waitForEvent('dialog')
    await leave()
    const asked = await question
    expect(asked.type()).toBe('beforeunload')
    await asked.dismiss()
  }
  await expect(newPlantField(page, 'Name')).toHaveValue('FVE Zlín')
  await page.goBack()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(newPlantDialog(page)).toHaveCount(0)
})

test('Back closes an empty dialog, and Forward opens it again', async ({ page, organization }) => {
  const org = await organization()
  await org.open(page, '/plants')
  await page.getByRole('button', { name: 'New plant' }).click()
  await expect(newPlantDialog(page)).toBeVisible()
  await page.goBack()
  await expect(newPlantDialog(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Plants 0' })).toBeVisible()
  await page.goForward()
  await expect(newPlantDialog(page)).toBeVisible()
})
