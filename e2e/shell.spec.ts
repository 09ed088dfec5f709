import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'
import { chooseInMenu } from './support/menus'
import { fillNewPlant } from './support/new-plant'
import { expectOnTop } from './support/on-top'
import {
  openPalette,
  palette,
  paletteOption,
  paletteSearch,
  paletteStatus,
} from './support/palette'

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

const light = 'rgb(246, 247, 249)'
const dark = 'rgb(13, 15, 19)'

test('the palette finds a plant on any page of the list by name, serial number, ID or fingerprint', async ({
  page,
  organization,
}) => {
  const id = crypto.randomUUID()
  const fingerprint = Array.from({ length: 32 }, () => '7C').join(':')
  const wanted = {
    id,
    name: 'Pivovar Žatec – střecha',
    serialNumber: 'CPI-19-424242-7',
    certificateFingerprint: fingerprint,
  }
  const others = Array.from({ length: 120 }, (_, index) => ({ serialNumber: `P-${index}` }))
  const org = await organization({ rows: [wanted, ...others] })
  await org.open(page, '/plants')
  await openPalette(page)
  await expect(paletteStatus(page)).toHaveText('Searched all 121 plants.')
  for (const text of [
    'strecha zatec',
    '424242',
    'cpi194242427',
    id.slice(4, 20),
    fingerprint.slice(0, 20),
  ]) {
    await paletteSearch(page).fill(text)
    await expect(paletteOption(page, 'Pivovar Žatec')).toBeVisible()
    await expect(palette(page).getByRole('option')).toHaveCount(1)
  }
  // The first result stays selected when results are added above it.
  await paletteSearch(page).fill('p')
  await expect(palette(page).getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await paletteSearch(page).fill('nothing at all')
  await expect(palette(page)).toContainText('No result for “nothing at all”.')
  await paletteSearch(page).fill('pivovar')
  await expect(paletteOption(page, 'Pivovar Žatec')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(paletteOption(page, 'Pivovar Žatec')).toHaveAttribute('aria-selected', 'true')
  const chosen = await paletteOption(page, 'Pivovar Žatec').evaluate(
    (element) => getComputedStyle(element).backgroundColor,
  )
  expect(chosen).not.toBe('rgba(0, 0, 0, 0)')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/plants/${id}$`))
  await expect(palette(page)).toHaveCount(0)
})

test('the palette runs actions, and disables unavailable ones with the reason', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 2 })
  await org.open(page, '/plants', 'operator')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(paletteOption(page, 'New plant')).toHaveAttribute('aria-disabled', 'true')
  await expect(paletteOption(page, 'New plant')).toContainText(
    'Only administrators can create plants.',
  )
  await paletteSearch(page).fill('dark')
  await paletteOption(page, 'Dark theme').click()
  await expect(palette(page)).toHaveCount(0)
  await expect.poll(() => background(page)).toBe(dark)
  await page.keyboard.press('Control+k')
  await paletteSearch(page).fill('sign out')
  await paletteOption(page, 'Sign out').click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

test('? lists the shortcuts except while typing, and can be turned off permanently', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page, '/plants?create=true')
  const keys = page.getByRole('dialog', { name: 'Keyboard' })
  await page.getByLabel('Name', { exact: true }).press('?')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('?')
  await expect(keys).toHaveCount(0)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(keys).toContainText('Search plants, pages and actions')
  await keys.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Plants 0' })).toBeVisible()
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeVisible()
  await expect(keys).toHaveCount(0)
})

test('the theme follows the system until the user chooses one, which survives a reload', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await page.emulateMedia({ colorScheme: 'light' })
  await org.open(page, '/plants')
  expect(await background(page)).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await background(page)).toBe(dark)
  await chooseInMenu(page, 'View', 'Light')
  expect(await background(page)).toBe(light)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Plants 0' })).toBeVisible()
  expect(await background(page)).toBe(light)
  await chooseInMenu(page, 'View', 'Match system')
  expect(await background(page)).toBe(dark)
})

test.describe('in Prague', () => {
  test.use({ timezoneId: 'Europe/Prague' })
  test('shows times as local or UTC, as chosen, with the zone', async ({ page, organization }) => {
    const id = crypto.randomUUID()
    const activatedAt = '2026-01-15T23:30:00Z'
    const org = await organization({ rows: [{ id, serialNumber: 'T-1', activatedAt }] })
    await org.open(page, `/plants/${id}`)
    await expect(page.getByText(/^2026-01-16 00:30:00 (CET|GMT\+1)$/)).toBeVisible()
    await chooseInMenu(page, 'View', 'UTC')
    await expect(page.getByText('2026-01-15 23:30:00 UTC')).toBeVisible()
    await page.reload()
    await expect(page.getByText('2026-01-15 23:30:00 UTC')).toBeVisible()
  })
})

test('changing the time zone of the device updates all times on the page', async ({
  page,
  organization,
}) => {
  const id = crypto.randomUUID()
  const activatedAt = '2026-01-15T23:30:00Z'
  const org = await organization({ rows: [{ id, serialNumber: 'T-2', activatedAt }] })
  const device = await page.context().newCDPSession(page)
  const moveTo = (timezoneId: string) =>
    device.send('Emulation.setTimezoneOverride', { timezoneId })
  await moveTo('Europe/Prague')
  await org.open(page, `/plants/${id}`)
  const times = page.locator('time').filter({ hasText: /^\d{4}-/ })
  await expect(page.getByText(/^2026-01-16 00:30:00 (CET|GMT\+1)$/)).toBeVisible()
  await moveTo('Asia/Tokyo')
  await expect(page.getByText('2026-01-16 08:30:00 GMT+9')).toBeVisible()
  for (const text of await times.allInnerTexts()) expect(text).toContain('GMT+9')
})

test('an unknown address shows a message and a link to Plants', async ({ page, organization }) => {
  const org = await organization()
  await page.goto('/nowhere/at/all')
  await expect(page.getByText('Page not found')).toBeVisible()
  await expect(page).toHaveTitle('Not found · Plantdeck')
  await page.getByRole('link', { name: 'Go to Plants' }).click()
  await org.fillSignIn(page)
  await expect(page.getByRole('heading', { name: 'Plants 0' })).toBeVisible()
})

test("a message never covers a plant's name, its actions or a dialog", async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page, '/plants?create=true')
  await fillNewPlant(page)
  await page.getByRole('button', { name: 'Create plant' }).click()
  const message = page.getByText('Plant created')
  // A message stays while the pointer is over it.
  await message.hover()
  const heading = page.getByRole('heading', { level: 1 })
  for (const part of [heading, page.getByRole('button', { name: 'Edit' })]) {
    await expectOnTop(part)
  }
  await page.getByRole('button', { name: 'Edit' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Edit plant' })
  for (const part of [dialog.getByRole('heading'), dialog.getByRole('button', { name: 'Save' })]) {
    await expectOnTop(part)
  }
  // The name behind the dialog is covered by nothing but the dialog's own backdrop.
  const [name, box] = [await heading.boundingBox(), await message.boundingBox()]
  expect((name?.y ?? 0) + (name?.height ?? 0)).toBeLessThan(box?.y ?? 0)
})
