// The plants of the last visit, until the list is read again.
import { button, confirmButton, typedSerialNumber } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import {
  countSnapshots,
  holdRequests,
  listSearch,
  namedPlants,
  openFleetList,
  pageOfIndex,
  plantLinks,
  plantRows,
} from '../support/fleet-list'

test('shows the plants of the last visit, with their age, while the server doesn’t answer', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: namedPlants(120) })
  await openFleetList(page, org)
  await expect.poll(() => countSnapshots(page)).toBe(1)
  await org.hold({ path: '/api/v1/plants$' })
  await page.reload()
  await expect(plantRows(page).first()).toBeVisible()
  await expect(page.getByText(/Saved on this device .*being read again/)).toBeVisible()
  await listSearch(page).fill('s-37')
  await expect(plantLinks(page)).toHaveText(['Plant 049'])
  await plantLinks(page).click()
  // All of them, although they are being read again.
  await expect(page.getByRole('navigation', { name: 'Plants of the list' })).toHaveText('1 of 1')
})

test('shows no page of the server’s list before the plants of the last visit, unless they take long', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: namedPlants(120) })
  await openFleetList(page, org)
  await expect.poll(() => countSnapshots(page)).toBe(1)
  // Only the page of the server's list has a row without the search beside it.
  await page.addInitScript(() => {
    const look = () => {
      const isSearched = document.querySelector('main input[role=combobox]') !== null
      const isServerPage = !isSearched && document.querySelector('main td a') !== null
      window.serverPages = (window.serverPages ?? 0) + Number(isServerPage)
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true })
  })
  await page.reload()
  await listSearch(page).waitFor()
  expect(await page.evaluate(() => window.serverPages)).toBe(0)
  const code = await holdRequests(page, /fleet-list-code/)
  await page.reload()
  await expect(plantLinks(page).first()).toBeVisible()
  expect(await page.evaluate(() => window.serverPages)).toBeGreaterThan(0)
  code.release()
  await listSearch(page).waitFor()
})

test('keeps the plants of the last visit when another tab has read fewer', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const org = await organization({ rows: namedPlants(1_050) })
  const rest = await holdRequests(page, pageOfIndex('(?:[4-9]|1\\d)'))
  await openFleetList(page, org)
  await rest.arrived
  const other = await page.context().newPage()
  await other.goto('/plants')
  await expect(other.getByText(/^Searched 1,050 of 1,050 plants\. Probably complete/)).toBeVisible()
  await expect.poll(() => countSnapshots(other)).toBe(1)
  // It would store the fleet again with each refresh.
  await other.close()
  const fail = { status: 500, json: { code: 'INTERNAL_SERVER_ERROR', message: 'Broken' } }
  await page.unrouteAll()
  await page.route(pageOfIndex('\\d+'), (route) => route.fulfill(fail))
  rest.release()
  await expect(page.getByText(/^Searched [3-9]\d\d plants, then it stopped/)).toBeVisible({
    timeout: 90_000,
  })
  // By then, the tab has stored what it has, or has found that there is more.
  await listSearch(page).fill('s-1040')
  await expect(plantLinks(page)).toHaveCount(1)
  await listSearch(page).fill('')
  await expect(page).not.toHaveURL(/q=/)
  await expect.poll(() => countSnapshots(page)).toBe(1)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plants 1,050 saved')
})

test('leaves a plant of the last visit out that was deleted before the list was opened', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/)
  const rows = namedPlants(120)
  const org = await organization({ rows })
  await openFleetList(page, org)
  await expect.poll(() => countSnapshots(page)).toBe(1)
  await page.goto(`/plants/${rows[37]?.id}`)
  await button(page, 'Delete').click()
  await org.hold({ path: '/api/v1/plants$' })
  await typedSerialNumber(page).fill('S-37')
  await confirmButton(page).click()
  await expect(page.getByText('Deleted Plant 049')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plants 119 saved')
  await listSearch(page).fill('s-37')
  await expect(page.getByText('No plant matches')).toBeVisible()
})

test('asks for a plant that the list no longer has', async ({ page, organization, provokes }) => {
  provokes(/status of 404/)
  const rows = namedPlants(1_050)
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?q=s-1049')
  await expect(plantLinks(page)).toHaveText(['Plant 1013'])
  await expect.poll(() => countSnapshots(page)).toBe(1)
  expect((await org.call('DELETE', `/plants/${rows[1049]?.id}`, 'admin')).ok()).toBe(true)
  await page.reload()
  await expect(page.getByText('Searched 1,049 of 1,049 plants.')).toBeVisible()
  await expect(page.getByText('No plant matches')).toBeVisible()
})

test('marks the plants of the last visit until the whole list was read again', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: namedPlants(120) })
  await openFleetList(page, org)
  await expect.poll(() => countSnapshots(page)).toBe(1)
  const { release } = await holdRequests(page, pageOfIndex(2))
  const firstPage = page.waitForResponse(pageOfIndex(1))
  await page.reload()
  await firstPage
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toContainText('120 saved')
  await expect(page.getByText(/Saved on this device .*being read again/)).toBeVisible()
  release()
  await expect(page.getByText('Searched all 120 plants.')).toBeVisible()
  await expect(heading).not.toContainText('saved')
})

test('shows the saved fleet at the next visit, with its age, until it is read again', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: namedPlants(30) })
  await openFleetList(page, org, '/plants?sort=name')
  await expect(page.getByText('Searched all 30 plants.')).toBeVisible()
  await expect.poll(() => countSnapshots(page)).toBe(1)
  const { release } = await holdRequests(page, /api\/v1\/plants\?/)
  await page.reload()
  await expect(page.getByText(/Saved on this device .+; being read again\./)).toBeVisible()
  await expect(plantLinks(page).first()).toHaveText('Plant 000')
  // Digits alone may occur in a random ID.
  await listSearch(page).fill('s-11')
  await expect(plantLinks(page)).toHaveText(['Plant 017'])
  release()
  await expect(page.getByText('Searched all 30 plants.')).toBeVisible()
  await expect(page.getByText('Saved on this device')).toHaveCount(0)
})

declare global {
  interface Window {
    serverPages?: number
  }
}
