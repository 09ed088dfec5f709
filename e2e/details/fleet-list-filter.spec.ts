import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { listSearch, openFleetList, plantLinks } from '../support/fleet-list'
import { minuteMs } from '../support/instants'

const rows = [
  { name: 'FVE Zlín', serialNumber: 'F-1', status: 'ONLINE', authMethod: 'TOKEN' },
  { name: 'FVE Brno', serialNumber: 'F-2', status: 'OFFLINE' },
  {
    name: 'MVE Písek',
    serialNumber: 'F-3',
    status: 'OFFLINE',
    metadata: '{"installer":"Elektro"}',
  },
  { name: 'MVE Tábor', serialNumber: 'F-4', status: 'DEGRADED', metadata: '{"installer":"Solar"}' },
]

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const filters = (page: Page) => page.getByRole('complementary', { name: 'Filters' })
const facet = (page: Page, name: string) => filters(page).getByRole('group', { name })
const chip = (page: Page, words: string) =>
  page.getByRole('button', { name: `Remove ${words}`, exact: true })

test('finds plants by words while typing, in one history entry', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?sort=name')
  await listSearch(page).pressSequentially('pisek')
  await expect(plantLinks(page)).toHaveText(['MVE Písek'])
  await expect(heading(page)).toHaveText('Plants 1 of 4')
  await expect(page).toHaveURL(/q=pisek/)
  await expect(listSearch(page)).toHaveValue('pisek')
  await page.reload()
  await expect(plantLinks(page)).toHaveText(['MVE Písek'])
  await page.getByRole('button', { name: 'Clear search' }).click()
  await expect(plantLinks(page)).toHaveCount(4)
  await page.goBack()
  await expect(plantLinks(page)).toHaveText(['MVE Písek'])
})

test('writes the typed words to the address before keys that may leave the page', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows })
  await openFleetList(page, org)
  await org.takeClock(page)
  await page.clock.pauseAt(Date.now() + minuteMs)
  // Time stands still, so only the keys can write the address.
  for (const [typed, key] of [
    ['pi', 'Control+r'],
    ['pise', 'F5'],
    ['pisek', 'Alt+ArrowUp'],
  ] as const) {
    await listSearch(page).fill(typed)
    await expect(plantLinks(page)).toHaveText(['MVE Písek'])
    await expect(page).not.toHaveURL(new RegExp(`q=${typed}`))
    await page.keyboard.press(key)
    await expect(page).toHaveURL(new RegExp(`q=${typed}`))
  }
})

test('doesn’t write half a word to the address because the mouse moves over the rows', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows })
  await openFleetList(page, org)
  await org.takeClock(page)
  await page.clock.pauseAt(Date.now() + minuteMs)
  await listSearch(page).fill('pis')
  await expect(plantLinks(page)).toHaveText(['MVE Písek'])
  await plantLinks(page).hover()
  await heading(page).hover()
  await expect(page).not.toHaveURL(/q=/)
})

test('shows the same filter as text, chips, checkboxes and URL', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?sort=name')
  await facet(page, 'Connection').getByRole('checkbox', { name: 'Offline 2' }).check()
  await expect(listSearch(page)).toHaveValue(/^status:offline$/i)
  await expect(page).toHaveURL(/q=status%3Aoffline/i)
  await facet(page, 'Connection').getByRole('checkbox', { name: 'Degraded 1' }).check()
  await expect(plantLinks(page)).toHaveText(['FVE Brno', 'MVE Písek', 'MVE Tábor'])
  await listSearch(page).press('End')
  await listSearch(page).pressSequentially(' mve')
  await expect(page).toHaveURL(/mve/)
  await expect(plantLinks(page)).toHaveText(['MVE Písek', 'MVE Tábor'])
  await expect(facet(page, 'Connection').getByRole('checkbox', { name: 'Online 0' })).toBeVisible()
  await expect(facet(page, 'Connection').getByRole('checkbox', { name: 'Offline 1' })).toBeChecked()
  await chip(page, 'Connection: Offline or Degraded').click()
  await expect(listSearch(page)).toHaveValue('mve')
  await expect(page).toHaveURL(/q=mve/)
  await expect(
    facet(page, 'Connection').getByRole('checkbox', { name: 'Offline 1' }),
  ).not.toBeChecked()
  await page.goBack()
  await expect(listSearch(page)).toHaveValue(/^status:offline,degraded mve$/i)
  await expect(plantLinks(page)).toHaveText(['MVE Písek', 'MVE Tábor'])
})

test('offers metadata keys with few values', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org)
  await facet(page, 'installer').getByRole('checkbox', { name: 'Elektro 1' }).check()
  await expect(plantLinks(page)).toHaveText(['MVE Písek'])
  await expect(listSearch(page)).toHaveValue('meta.installer:Elektro')
})

test('counts the spellings of a metadata value together, as the filter finds them', async ({
  page,
  organization,
}) => {
  const installers = ['Elektro', 'elektro', 'Elektro', 'ELEKTRO', 'Solar']
  const org = await organization({
    rows: installers.map((installer, at) => ({
      name: `Plant ${at}`,
      serialNumber: `E-${at}`,
      metadata: JSON.stringify({ installer }),
    })),
  })
  await openFleetList(page, org, '/plants?sort=name')
  await expect(facet(page, 'installer').getByRole('checkbox')).toHaveCount(2)
  await facet(page, 'installer').getByRole('checkbox', { name: 'Elektro 4', exact: true }).check()
  await expect(heading(page)).toHaveText('Plants 4 of 5')
  await expect(plantLinks(page)).toHaveText(['Plant 0', 'Plant 1', 'Plant 2', 'Plant 3'])
})

test('names the column of a mistake, and corrects it', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org)
  await listSearch(page).fill('mve statsu:offline')
  await expect(page.getByText(/^Column 5: /)).toBeVisible()
  await expect(listSearch(page)).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: /^Use “status/ }).click()
  await expect(listSearch(page)).toHaveValue(/^mve status:offline$/)
  await expect(page.getByText(/^Column 5: /)).toHaveCount(0)
  await expect(plantLinks(page)).toHaveText(['MVE Písek'])
})

test('warns about a value that no plant has, and corrects it', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org)
  await listSearch(page).fill('mve status:ofline')
  await expect(page.getByText('No plant has “ofline”; did you mean offline?')).toBeVisible()
  await expect(listSearch(page)).not.toHaveAttribute('aria-invalid')
  await expect(plantLinks(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Use “status:offline”' }).click()
  await expect(listSearch(page)).toHaveValue('mve status:offline')
  await expect(page.getByText(/^No plant has/)).toHaveCount(0)
  await expect(plantLinks(page)).toHaveText(['MVE Písek'])
  await listSearch(page).fill('status:offline OR status:degraded')
  await page.getByRole('button', { name: 'Use “status:offline,degraded”' }).click()
  await expect(plantLinks(page)).toHaveCount(3)
})

test('corrects a field that is a metadata key', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?q=Installer:elektro&sort=name')
  await expect(page.getByText('There is no field “Installer”')).toContainText(
    'Did you mean “meta.installer”?',
  )
  await page.getByRole('button', { name: 'Use “meta.installer:elektro”' }).click()
  await expect(listSearch(page)).toHaveValue('meta.installer:elektro')
  await expect(plantLinks(page)).toHaveText(['MVE Písek'])
})

test('warns about a metadata key that no plant has, and corrects it', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?q=meta.instaler:elektro')
  await expect(
    page.getByText(
      'The list has no values for the metadata key “instaler”; did you mean installer?',
    ),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Use “meta.installer:elektro”' }).click()
  await expect(plantLinks(page)).toHaveText(['MVE Písek'])
})

test('completes fields and values with the keyboard', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org)
  await listSearch(page).pressSequentially('stat')
  await expect(page.getByRole('option', { name: /status/ }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(listSearch(page)).toHaveValue('status:')
  await listSearch(page).pressSequentially('deg')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(listSearch(page)).toHaveValue(/^status:degraded ?$/i)
  await expect(plantLinks(page)).toHaveText(['MVE Tábor'])
})

test('understands the authentication method of an earlier link', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?authMethod=TOKEN&page=1&limit=20')
  await expect(plantLinks(page)).toHaveText(['FVE Zlín'])
  await expect(listSearch(page)).toHaveValue('auth:TOKEN')
})

test('reads a filter of digits from the URL', async ({ page, organization }) => {
  const digits = '20261128'
  const org = await organization({ rows: [...rows, { name: 'Digits', serialNumber: digits }] })
  await openFleetList(page, org, `/plants?q=${digits}`)
  await expect(listSearch(page)).toHaveValue(digits)
  await expect(plantLinks(page)).toHaveText(['Digits'])
})

test('shows the filters in a dialog where there is no room beside the table', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows })
  await page.setViewportSize({ width: 1024, height: 800 })
  await openFleetList(page, org)
  await expect(filters(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Filters' }).click()
  const dialog = page.getByRole('dialog', { name: 'Filters' })
  await dialog.getByRole('checkbox', { name: 'Offline 2' }).check()
  await dialog.getByRole('button', { name: 'Show 2 plants' }).click()
  await expect(plantLinks(page)).toHaveCount(2)
})

test('hides the filters beside the table, and remembers that', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org)
  await page.getByRole('button', { name: 'Filters' }).click()
  await expect(filters(page)).toHaveCount(0)
  await page.reload()
  await expect(listSearch(page)).toBeVisible()
  await expect(filters(page)).toHaveCount(0)
})
