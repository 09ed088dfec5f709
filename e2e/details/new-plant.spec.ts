import type { Page } from '@playwright/test'
import { allowClipboard, clipboardText } from '../support/clipboard'
import { expect, test } from '../support/fixtures'
import {
  createButton,
  creations,
  fillNewPlant,
  newPlantDialog,
  newPlantField,
} from '../support/new-plant'
import { plantTab } from '../support/plant-tabs'

const overview = (page: Page) => plantTab(page, 'Overview')

test('creates a plant, keeps its metadata byte for byte, and opens it', async ({
  page,
  context,
  organization,
}) => {
  await allowClipboard(context)
  const org = await organization()
  await org.open(page, '/plants')
  await page.getByRole('button', { name: 'New plant' }).click()
  await expect(newPlantField(page, 'Name')).toBeFocused()
  await fillNewPlant(page, { name: 'FVE Žďár – hala 4', serialNumber: 'CPI-26-000001-1' })
  await newPlantField(page, 'Authentication method').selectOption('TOKEN')
  const metadata = '{ "meter": 9007199254740993, "k": 1, "k": 2.50, "__proto__": {} }'
  await newPlantField(page, 'Metadata').fill(metadata)
  await createButton(page).click()
  await expect(page.getByRole('heading', { name: 'FVE Žďár – hala 4' })).toBeVisible()
  // A new plant needs credentials next.
  await expect(page).toHaveURL(/\/plants\/[\da-f-]{36}\/security$/)
  await expect(page.getByRole('button', { name: 'Provision' })).toBeVisible()
  await expect(page.getByText('Plant created')).toBeVisible()
  await expect(page.getByText('Pending')).toBeVisible()
  await overview(page).click()
  await expect(page.getByText('9007199254740993')).toBeVisible()
  await page.getByRole('button', { name: 'Copy metadata' }).click()
  expect(await clipboardText(page)).toBe(metadata)
  const [{ idempotencyKey } = { idempotencyKey: null }] = await creations(org)
  expect(idempotencyKey).not.toBeNull()
  const stored = await org.call('GET', '/plants')
  expect(await stored.text()).toContain(`"metadata":${metadata}`)
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: 'Plants' })
    .click()
  await expect(page.getByRole('row').nth(1)).toContainText('CPI-26-000001-1')
})

test('reports invalid values at their fields, and sends nothing', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page, '/plants?create=true')
  await createButton(page).click()
  await expect(newPlantField(page, 'Name')).toHaveAccessibleDescription('Required.')
  await expect(newPlantField(page, 'Name')).toBeFocused()
  await expect(newPlantField(page, 'Serial number')).toHaveAccessibleDescription('Required.')
  await expect(newPlantField(page, 'Type')).toHaveAccessibleDescription('Choose one from the list.')
  await fillNewPlant(page, { name: 'N'.repeat(101), serialNumber: 'S'.repeat(51) })
  await expect(newPlantField(page, 'Name')).toHaveAccessibleDescription('At most 100 characters.')
  await expect(newPlantField(page, 'Serial number')).toHaveAccessibleDescription(
    'At most 50 characters.',
  )
  const mistakes = {
    '[1]': /Must be a JSON object, in braces\./,
    '"text"': /Must be a JSON object, in braces\./,
    null: /Must be a JSON object, in braces\./,
    '{"a":1,}': /Line 1, column 7: nothing follows this comma; remove it\./,
    '{"a":': /Line 1, column 6: a value is missing\./,
  }
  for (const [text, words] of Object.entries(mistakes)) {
    await newPlantField(page, 'Metadata').fill(text)
    await createButton(page).click()
    await expect(newPlantField(page, 'Metadata')).toHaveAccessibleDescription(words)
  }
  expect(await creations(org)).toHaveLength(0)
  await fillNewPlant(page, { name: 'N'.repeat(100), serialNumber: 'S'.repeat(50) })
  await newPlantField(page, 'Metadata').fill(' ')
  await createButton(page).click()
  await expect(page.getByRole('heading', { name: 'N'.repeat(100) })).toBeVisible()
  await overview(page).click()
  await expect(page.getByText('This plant has no metadata.')).toBeVisible()
})

test('shows a validation error from the server, and keeps the form filled in', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  const org = await organization()
  await org.open(page, '/plants?create=true')
  await fillNewPlant(page)
  // The platform rejects JSON that is nested more deeply than 32 levels.
  const metadata = `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`
  await newPlantField(page, 'Metadata').fill(metadata)
  await createButton(page).click()
  await expect(
    newPlantDialog(page)
      .getByRole('alert')
      .filter({ hasText: /nested|deep/ }),
  ).toBeVisible()
  await expect(newPlantField(page, 'Metadata')).toHaveValue(metadata)
  expect(await creations(org)).toHaveLength(1)
})

test('reports a duplicate serial number at its field, with a link to the other plant', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 409/)
  const plants = Array.from({ length: 130 }, (_, index) => ({ serialNumber: `P-${index}` }))
  const rows = [{ name: 'Vinařství Mikulov', serialNumber: 'TAKEN-1' }, ...plants]
  const org = await organization({ rows })
  await org.open(page, '/plants?create=true')
  await fillNewPlant(page, { name: 'FVE Zlín', serialNumber: 'TAKEN-1' })
  await createButton(page).click()
  const serialNumber = newPlantField(page, 'Serial number')
  await expect(serialNumber).toHaveAccessibleDescription(/already exists/)
  await expect(serialNumber).toBeFocused()
  await expect(page.getByRole('button', { name: 'Open “Vinařství Mikulov”' })).toBeVisible()
  await serialNumber.fill('TAKEN-2')
  await createButton(page).click()
  await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()
  const keys = (await creations(org)).map(({ idempotencyKey }) => idempotencyKey)
  expect(new Set(keys).size).toBe(2)
  await page.goto('/plants?create=true')
  await fillNewPlant(page, { name: 'FVE Zlín', serialNumber: 'TAKEN-1' })
  await createButton(page).click()
  await page.getByRole('button', { name: 'Open “Vinařství Mikulov”' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('heading', { name: 'Vinařství Mikulov' })).toBeVisible()
})

test('a double click or a double Enter creates only one plant', async ({ page, organization }) => {
  const org = await organization()
  await org.fault({ method: 'POST', path: '/plants$', kind: 'delay', delayMs: 500, times: 9 })
  await org.open(page, '/plants?create=true')
  await fillNewPlant(page, { name: 'By click', serialNumber: 'D-1' })
  await createButton(page).dblclick()
  await expect(page.getByRole('heading', { name: 'By click' })).toBeVisible()
  expect(await creations(org)).toHaveLength(1)
  await page.goto('/plants?create=true')
  await fillNewPlant(page, { name: 'By key', serialNumber: 'D-2' })
  await newPlantField(page, 'Serial number').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'By key' })).toBeVisible()
  expect(await creations(org)).toHaveLength(2)
})

test('explains missing permission to create plants, at the button and after a refusal', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 403/)
  const org = await organization()
  await org.open(page, '/plants?create=true', 'support')
  const button = page.getByRole('button', { name: 'New plant' })
  await expect(button).toHaveAccessibleDescription('Only administrators can create plants.')
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await org.open(page, '/plants?create=true')
  await fillNewPlant(page)
  await org.fault({ method: 'POST', path: '/api/v1/plants$', kind: 'error-before', status: 403 })
  await createButton(page).click()
  const alert = newPlantDialog(page).getByRole('alert').filter({ hasText: 'was refused' })
  await expect(alert).toContainText('Creating the plant was refused')
  await expect(newPlantField(page, 'Name')).toHaveValue('FVE Zlín')
})
