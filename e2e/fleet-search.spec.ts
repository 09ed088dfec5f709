import type { Page } from '@playwright/test'
import { button, confirmButton, openDialog, typedSerialNumber } from './support/dialogs'
import { expect, test } from './support/fixtures'
import { countSnapshots, openPlants } from './support/fleet-list'
import {
  closePalette,
  openPalette,
  palette,
  paletteOption,
  paletteSearch,
  paletteStatus,
} from './support/palette'
import { setVisibility } from './support/visibility'

/** Counts the requests for pages of 100, which only the fleet index makes. */
function countPages(page: Page): { count: number } {
  const pages = { count: 0 }
  page.on('request', (request) => {
    if (/\/plants\?.*limit=100\b/.test(request.url())) pages.count += 1
  })
  return pages
}

const rows = [
  { id: crypto.randomUUID(), name: 'FVE Brno', serialNumber: 'F-1' },
  { id: crypto.randomUUID(), name: 'FVE Zlín', serialNumber: 'F-2' },
]

test('finds plants at once when it is opened again, without reading the list again', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 120 })
  const pages = countPages(page)
  await org.open(page, '/plants')
  await openPalette(page)
  await expect(paletteStatus(page)).toHaveText('Searched all 120 plants.')
  await closePalette(page)
  const before = pages.count
  await openPalette(page)
  await expect(paletteStatus(page)).toHaveText('Searched all 120 plants.')
  expect(pages.count).toBe(before)
})

test('shows a change and a deletion without reading the list again', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/)
  const own = rows.map((row) => ({ ...row, id: crypto.randomUUID() }))
  const org = await organization({ rows: own })
  await org.open(page, `/plants/${own[0]?.id}`)
  await openPalette(page)
  await expect(paletteStatus(page)).toHaveText('Searched all 2 plants.')
  await closePalette(page)
  const pages = countPages(page)
  await button(page, 'Edit').click()
  await page.getByLabel('Name', { exact: true }).fill('Heating plant')
  await button(page, 'Save').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Heating plant')
  await expect(openDialog(page)).toHaveCount(0)
  await openPalette(page)
  await paletteSearch(page).fill('heating')
  await expect(paletteOption(page, 'Heating plant')).toBeVisible()
  await closePalette(page)
  await button(page, 'Delete').click()
  await typedSerialNumber(page).fill('F-1')
  await confirmButton(page).click()
  await expect(page).toHaveURL(/\/plants(\?|$)/)
  await openPalette(page)
  await paletteSearch(page).fill('heating')
  await expect(palette(page)).toContainText('No result for “heating”.')
  expect(pages.count).toBe(0)
})

test('shows nothing of one user’s fleet to the next', async ({ page, organization }) => {
  const org = await organization({ rows: rows.map((row) => ({ ...row, id: crypto.randomUUID() })) })
  const other = await organization({ rows: [{ name: 'Elsewhere', serialNumber: 'E-1' }] })
  await org.open(page, '/plants')
  await openPalette(page)
  await paletteSearch(page).fill('fve')
  await expect(palette(page).getByRole('option')).toHaveCount(2)
  await closePalette(page)
  await button(page, 'Sign out').click()
  await other.fillSignIn(page)
  await openPlants(page)
  await expect(page.getByRole('link', { name: 'Elsewhere' })).toBeVisible()
  await openPalette(page)
  await paletteSearch(page).fill('fve')
  await expect(paletteStatus(page)).toHaveText('Searched the fleet’s only plant.')
  await expect(palette(page)).toContainText('No result for “fve”.')
})

test('pauses reading while the tab is hidden', async ({ page, organization }) => {
  const org = await organization({ plants: 250 })
  const pages = countPages(page)
  const release = await org.hold({ path: '/api/v1/plants$' })
  await org.open(page, '/plants')
  await openPalette(page)
  await expect.poll(() => pages.count).toBe(1)
  await setVisibility(page, 'hidden')
  await release()
  await expect(paletteStatus(page)).toHaveText('Searched 100 of 250 plants.')
  expect(pages.count).toBe(1)
  await setVisibility(page, 'visible')
  await expect(paletteStatus(page)).toHaveText('Searched all 250 plants.')
})

test('searches the plants of the last visit until the list arrives, and forgets them at sign-out', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 120 })
  await org.open(page, '/plants')
  await openPalette(page)
  await expect(paletteStatus(page)).toHaveText('Searched all 120 plants.')
  await expect.poll(() => countSnapshots(page)).toBe(1)
  await org.hold({ path: '/api/v1/plants$' })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await openPalette(page)
  await expect(paletteStatus(page)).toHaveText('Searched 120 of 120 plants.')
  await expect(palette(page)).toContainText(/As of \d{4}-/)
  await closePalette(page)
  await button(page, 'Sign out').click()
  await expect(page.getByLabel('Username')).toBeVisible()
  await expect.poll(() => countSnapshots(page)).toBe(0)
})
