import type { Page } from '@playwright/test'
import { configure } from '../support/deployment'
import { expect, test } from '../support/fixtures'
import {
  listSearch,
  namedPlants,
  openFleetList,
  pageOfIndex,
  plantRow,
  plantRows,
} from '../support/fleet-list'
import { removeCode } from '../support/lost-code'
import { afterRetries } from '../support/refresh'

const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh now' }).click()

test('shows a fleet over the limit page by page, and says so', async ({ page, organization }) => {
  await configure(page, { fleetLimit: 100 })
  const org = await organization({ rows: namedPlants(120) })
  await org.open(page, '/plants?q=brno')
  const reason = page.getByText(
    'The fleet is too large to be searched here, so it is shown page by page.',
  )
  await expect(reason).toBeVisible()
  await expect(page.getByText('1–20 of 120')).toBeVisible()
  await expect(listSearch(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('21–40 of 120')).toBeVisible()
})

test('returns to the server’s pages when the fleet grows over the limit', async ({
  page,
  organization,
}) => {
  await configure(page, { fleetLimit: 30 })
  const org = await organization({ rows: namedPlants(30) })
  await openFleetList(page, org)
  await expect(page.getByText('Searched all 30 plants.')).toBeVisible()
  const plant = { name: 'One too many', serialNumber: 'S-new', type: 'SENSOR', authMethod: 'TOKEN' }
  expect((await org.call('POST', '/plants', 'admin', plant)).ok()).toBe(true)
  await refresh(page)
  await expect(page.getByText('The fleet is too large to be searched here')).toBeVisible()
  await expect(page.getByText('1–20 of 31')).toBeVisible()
})

test('keeps the server’s pages when the code of the list is missing, and says so', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/, /dynamically imported module/)
  await removeCode(page, 'fleet-list-code')
  const org = await organization({ rows: namedPlants(30) })
  await org.open(page, '/plants')
  await expect(
    page.getByText('Couldn’t load the search, so the fleet is shown page by page.'),
  ).toBeVisible()
  await expect(page.getByText('1–20 of 30')).toBeVisible()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('21–30 of 30')).toBeVisible()
})

test('reports a wide outage once, and until the plants are back', async ({
  page,
  organization,
}) => {
  const rows = namedPlants(25)
  const org = await organization({ rows })
  await openFleetList(page, org)
  await expect(page.getByText('Searched all 25 plants.')).toBeVisible()
  const outage = page.getByText('Nearly all connected plants went offline at once')
  const setAll = async (status: string) => {
    for (const { id } of rows) await org.changePlant(id, { status })
    await refresh(page)
  }
  await setAll('OFFLINE')
  await expect(outage).toHaveCount(1)
  await expect(page.getByText('25 of 25 connected plants disconnected between')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await org.changePlant(rows[0]?.id ?? '', { status: 'ONLINE' })
  await refresh(page)
  await expect(plantRow(page, 'Plant 000')).toContainText('Online')
  await expect(outage).toHaveCount(1)
  await page.reload()
  await expect(page.getByText('Searched all 25 plants.')).toBeVisible()
  await expect(outage).toHaveCount(1)
  await setAll('ONLINE')
  await expect(outage).toHaveCount(0)
})

test('completes the list although the API fails in bursts', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 503/)
  const org = await organization({ rows: namedPlants(250) })
  const attempts = new Map<string, number>()
  await page.route(pageOfIndex('[123]'), async (route) => {
    const attempt = attempts.get(route.request().url()) ?? 0
    attempts.set(route.request().url(), attempt + 1)
    if (attempt > 1) return route.continue()
    return route.fulfill({ status: 503, json: { code: 'UNAVAILABLE', message: 'Busy' } })
  })
  await openFleetList(page, org)
  await expect(page.getByText('Searched all 250 plants.')).toBeVisible({ timeout: 30_000 })
  expect(attempts.size).toBe(3)
})

test('gives the reason for an incomplete list while the API is down, and calls no plant offline', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const org = await organization({ rows: namedPlants(150) })
  const fail = { status: 500, json: { code: 'INTERNAL_SERVER_ERROR', message: 'Broken' } }
  await page.route(pageOfIndex(2), (route) => route.fulfill(fail))
  await openFleetList(page, org, '/plants?sort=name')
  await expect(page.getByText('Searched 100 plants, then it stopped.')).toBeVisible(afterRetries)
  await expect(
    page.getByText(
      /Couldn’t read the rest of the list: The server failed\. 50 of 150 plants weren’t read\. The oldest data is from/,
    ),
  ).toBeVisible()
  await expect(page.getByText('Broken', { exact: true })).toBeVisible()
  await listSearch(page).fill('no such plant')
  await expect(page.getByText('No match in the 100 plants read so far')).toBeVisible()
  await listSearch(page).fill('')
  await page.unroute(pageOfIndex(2))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Searched all 150 plants.')).toBeVisible()

  await page.route(/api\/v1\/plants\?/, (route) => route.fulfill(fail))
  await refresh(page)
  await expect(page.getByText(/Couldn’t refresh: The server failed\./)).toBeVisible(afterRetries)
  await expect(plantRows(page)).toContainText('Online')
  await expect(plantRows(page)).not.toContainText('Offline')
  await expect(page.getByText('Nearly all connected plants went offline at once')).toHaveCount(0)
})
