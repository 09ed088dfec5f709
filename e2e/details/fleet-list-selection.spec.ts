import type { Page } from '@playwright/test'
import { allowClipboard, clipboardText } from '../support/clipboard'
import { expect, test } from '../support/fixtures'
import { listSearch, openFleetList, plantLinks, plantRow, plantRows } from '../support/fleet-list'

const rows = Array.from({ length: 60 }, (_, index) => ({
  id: crypto.randomUUID(),
  name: `Plant ${String(index).padStart(2, '0')}`,
  serialNumber: `S-${index}`,
  status: index < 45 ? 'OFFLINE' : 'ONLINE',
  lifecycleStatus: 'ACTIVE',
}))
const own = () => rows.map((row) => ({ ...row, id: crypto.randomUUID() }))
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' })
const box = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}` })

test('selects single plants, a range and the rows on screen', async ({ page, organization }) => {
  const org = await organization({ rows: own() })
  await openFleetList(page, org, '/plants?sort=name')
  await expect(bar(page)).toHaveCount(0)
  await box(page, 'Plant 01').check()
  await box(page, 'Plant 04').click({ modifiers: ['Shift'] })
  await expect(bar(page)).toContainText('4 selected')
  await expect(plantRow(page, 'Plant 03')).toHaveAttribute('aria-selected', 'true')
  await box(page, 'Plant 03').uncheck()
  await expect(bar(page)).toContainText('3 selected')
  await page.getByRole('checkbox', { name: 'Select the rows on screen' }).check()
  const shown = Number((await bar(page).innerText()).match(/^(\d+) selected/)?.[1])
  expect(shown).toBeGreaterThan(8)
  expect(shown).toBeLessThan(60)
  await bar(page).getByRole('button', { name: 'Clear' }).click()
  await expect(bar(page)).toHaveCount(0)
})

test('clears the selection by Escape in its bar or in the list, and restores it', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: own() })
  await openFleetList(page, org, '/plants?sort=name')
  const cleared = page.getByRole('status').filter({ hasText: 'Selection of 2 plants cleared.' })
  const undo = page.getByRole('button', { name: 'Undo' })
  await box(page, 'Plant 01').check()
  await box(page, 'Plant 03').check()
  await bar(page).getByRole('button', { name: 'Copy IDs' }).press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await expect(cleared).toBeVisible()
  await expect(plantRows(page)).toBeFocused()
  await undo.click()
  await expect(bar(page)).toContainText('2 selected')
  await expect(cleared).toHaveCount(0)
  await plantRows(page).press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await expect(undo).toBeVisible()
  // The next selection replaces it.
  await box(page, 'Plant 05').check()
  await expect(bar(page)).toContainText('1 selected')
  await expect(undo).toHaveCount(0)
})

test('selects all matches by ID, and does not grow when more match', async ({
  page,
  organization,
  context,
}) => {
  await allowClipboard(context)
  const plants = own()
  const org = await organization({ rows: plants })
  await openFleetList(page, org, '/plants?q=status:offline&sort=name')
  await box(page, 'Plant 00').check()
  await bar(page).getByRole('button', { name: 'Select all 45 matching' }).click()
  await expect(bar(page)).toContainText('45 selected')
  await bar(page).getByRole('button', { name: 'Copy IDs' }).click()
  await expect(bar(page).getByText('Copied').first()).toBeVisible()
  const copied = await clipboardText(page)
  expect(copied.split('\n').toSorted()).toEqual(
    plants
      .slice(0, 45)
      .map(({ id }) => id)
      .toSorted(),
  )
  await org.changePlant(plants[50]?.id ?? '', { status: 'OFFLINE' })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(bar(page)).toContainText('Meanwhile, 1 more plant matches. It isn’t selected.')
  await expect(bar(page)).toContainText('45 selected')
  await listSearch(page).fill('status:online')
  await expect(bar(page)).toContainText('45 selected')
  await expect(bar(page)).toContainText('45 of them not in this list')
})

test('keeps the selection while a plant is open', async ({ page, organization }) => {
  const org = await organization({ rows: own() })
  await openFleetList(page, org, '/plants?sort=name')
  await box(page, 'Plant 02').check()
  await plantLinks(page).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plant 00')
  await page.getByRole('banner').getByRole('link', { name: 'Plants' }).click()
  await expect(bar(page)).toContainText('1 selected')
  await expect(box(page, 'Plant 02')).toBeChecked()
})

test('distinguishes selected plants that are gone from those that the filter hides', async ({
  page,
  organization,
  provokes,
}) => {
  // The list asks for the plant itself.
  provokes(/status of 404/)
  const plants = own()
  const org = await organization({ rows: plants })
  await openFleetList(page, org, '/plants?sort=name')
  await box(page, 'Plant 02').check()
  await box(page, 'Plant 03').check()
  await expect(bar(page)).toContainText('2 of 2 eligible')
  const gone = plants[2]?.id ?? ''
  expect((await org.call('DELETE', `/plants/${gone}`, 'admin')).ok()).toBe(true)
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(bar(page)).toContainText('1 of them no longer in the fleet')
  await expect(bar(page)).not.toContainText('not in this list')
  await expect(bar(page)).toContainText('1 of 2 eligible')
  await bar(page).getByText('Why not all?').click()
  await expect(bar(page)).toContainText('1: No longer in the fleet')
  await listSearch(page).fill('status:online')
  await expect(bar(page)).toContainText('1 of them not in this list')
  await expect(bar(page)).toContainText('1 of them no longer in the fleet')
})

test('doesn’t select all matches while a condition isn’t applied', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: own() })
  await openFleetList(page, org, '/plants?q=status:offline+cert%3Csoon&sort=name')
  await expect(
    page.getByText('“cert<soon” isn’t applied, so the list may show too many plants.', {
      exact: true,
    }),
  ).toBeVisible()
  await box(page, 'Plant 00').check()
  const all = bar(page).getByRole('button', { name: 'Select all 45 matching' })
  await expect(all).toHaveAttribute('aria-disabled', 'true')
  await expect(all).toHaveAccessibleDescription(/“cert<soon” isn’t applied.*Correct the filter/)
  const exportAll = page.getByRole('button', { name: 'Export CSV', exact: true })
  await expect(exportAll).toHaveAccessibleDescription(/“cert<soon” isn’t applied/)
  await all.click({ force: true })
  await expect(bar(page)).toContainText('1 selected')
  await listSearch(page).fill('status:offline')
  await expect(exportAll).not.toHaveAttribute('aria-disabled')
  await all.click()
  await expect(bar(page)).toContainText('45 selected')
})
