import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { chooseInMenu } from '../support/menus'
import type { Organization } from '../support/organization'
import { afterRetries } from '../support/refresh'
import { setVisibility } from '../support/visibility'

test.use({ isFleetListHeld: true })

const list = /\/api\/v1\/plants\?/
const reads = (org: Organization) => org.countRequests('GET', list)
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh now' }).click()

/** Retries the failed list, and expects its three plants and the header. */
async function retryList(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('row')).toHaveCount(4)
}

test('shows placeholder rows and a loading message while the list is loading', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 3 })
  await org.fault({ path: '/api/v1/plants$', kind: 'delay', delayMs: 2_500 })
  await page.goto('/plants')
  await org.fillSignIn(page)
  await expect(page.getByText('Loading plants')).toBeAttached()
  await expect(page.getByText('There are no plants yet')).toHaveCount(0)
  await expect(page.getByRole('row')).toHaveCount(4)
  await expect(page.getByText('Loading plants')).toHaveCount(0)
})

test('requests a failing list three times, then offers a retry', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const org = await organization({ plants: 3 })
  await org.fault({ path: '/api/v1/plants$', kind: 'error-before', times: 3 })
  await org.open(page, '/plants')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The server failed', afterRetries)
  await expect(alert).toContainText('listPlants · HTTP 500 · INTERNAL_SERVER_ERROR')
  await expect(page.getByText('There are no plants yet')).toHaveCount(0)
  expect(await reads(org)).toBe(3)
  await retryList(page)
  await expect(alert).toHaveCount(0)
})

for (const { kind, says, asked, provoked } of [
  { kind: 'html', says: 'The response didn’t come from the Plants API', asked: 1, provoked: /^$/ },
  { kind: 'cut-body', says: 'Couldn’t reach the server', asked: 3, provoked: /ERR_/ },
  { kind: 'drop-before', says: 'Couldn’t reach the server', asked: 3, provoked: /ERR_/ },
] as const) {
  test(`does not show an empty list when the response fails with ${kind}`, async ({
    page,
    organization,
    provokes,
  }) => {
    provokes(provoked)
    const org = await organization({ plants: 3 })
    await org.fault({ path: '/api/v1/plants$', kind, times: 30 })
    await org.open(page, '/plants')
    await expect(page.getByRole('alert')).toContainText(says, afterRetries)
    await expect(page.getByText('There are no plants yet')).toHaveCount(0)
    // The browser itself repeats a GET when a reused connection fails.
    expect(await reads(org)).toBeGreaterThanOrEqual(asked)
    await org.clearFaults()
    await retryList(page)
  })
}

test('requests a forbidden list only once, and keeps the session', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 403/)
  const org = await organization({ plants: 3 })
  await org.fault({ path: '/api/v1/plants$', kind: 'error-before', status: 403 })
  await org.open(page, '/plants')
  await expect(page.getByRole('alert')).toContainText('Your account isn’t allowed to do this')
  expect(await reads(org)).toBe(1)
  await retryList(page)
})

test("waits as long as the server's Retry-After asks", async ({ page, organization, provokes }) => {
  provokes(/status of 429/)
  const org = await organization({ plants: 3 })
  const askedAtMs: number[] = []
  // The platform's own limit would need 3,000 requests.
  await page.route(list, async (route) => {
    askedAtMs.push(Date.now())
    if (askedAtMs.length > 3) return route.continue()
    const headers = { 'retry-after': '2' }
    const json = { code: 'RATE_LIMIT_EXCEEDED', message: 'Slow down' }
    return route.fulfill({ status: 429, headers, json })
  })
  await org.open(page, '/plants')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Too many requests', afterRetries)
  await expect(alert).toContainText(/Try again in [12] s\./)
  const [first = 0, second = 0, third = 0] = askedAtMs
  expect(second - first).toBeGreaterThanOrEqual(1_900)
  expect(third - second).toBeGreaterThanOrEqual(1_900)
  await expect(alert).toContainText('You can try again now.')
  await retryList(page)
})

test('keeps the rows and their time when a refresh fails', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const org = await organization({ plants: 3 })
  await org.open(page, '/plants')
  await expect(page.getByText(/^Updated /)).toBeVisible()
  await org.fault({ path: '/api/v1/plants$', kind: 'error-before', times: 3 })
  await refresh(page)
  await expect(
    page.getByText(/As of [-\d]+ [:\d]+ \S+\. Couldn’t refresh: The server failed\./),
  ).toBeVisible(afterRetries)
  await expect(page.getByRole('row')).toHaveCount(4)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await refresh(page)
  await expect(page.getByText(/^Updated /)).toBeVisible()
})

test('a refresh shows changes without losing scroll position, focus or page', async ({
  page,
  organization,
}) => {
  const rows = Array.from({ length: 120 }, (_, index) => ({
    id: crypto.randomUUID(),
    name: `Plant ${index}`,
    serialNumber: `P-${index}`,
    status: 'ONLINE',
  }))
  const org = await organization({ rows })
  await org.takeClock(page)
  await org.open(page, '/plants?limit=50&page=2')
  const watched = page.getByRole('row').filter({ has: page.getByText('P-40', { exact: true }) })
  await watched.getByRole('link').focus()
  await expect(watched).toContainText('Online')
  const region = page.getByRole('region', { name: 'Plants' })
  const scrollTop = () => region.evaluate((element) => element.scrollTop)
  const before = await scrollTop()
  expect(before).toBeGreaterThan(0)
  await org.changePlant(rows[40]?.id ?? '', { status: 'OFFLINE' })
  await page.clock.fastForward(16_000)
  await expect(watched).toContainText('Offline')
  await expect(watched.getByRole('link')).toBeFocused()
  expect(await scrollTop()).toBe(before)
  await expect(page).toHaveURL(/page=2/)
})

test('refreshes at the chosen interval, even after a reload, and pauses in a hidden tab', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 3 })
  await org.takeClock(page)
  await org.open(page, '/plants')
  await chooseInMenu(page, 'Refresh every: 15 s', 'Every minute')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Refresh every: 1 min' })).toBeVisible()
  await expect(page.getByText(/^Updated /)).toBeVisible()
  const atFirst = await reads(org)
  await page.clock.fastForward(40_000)
  expect(await reads(org)).toBe(atFirst)
  await page.clock.fastForward(25_000)
  await expect.poll(() => reads(org)).toBe(atFirst + 1)
  await setVisibility(page, 'hidden')
  await page.clock.fastForward(65_000)
  await page.clock.fastForward(65_000)
  expect(await reads(org)).toBe(atFirst + 1)
  await setVisibility(page, 'visible')
  await expect.poll(() => reads(org)).toBe(atFirst + 2)
})

test("a late response for the previous filter never replaces the current one's", async ({
  page,
  organization,
}) => {
  const org = await organization({
    rows: [
      { name: 'Badge reader', serialNumber: 'L-1', authMethod: 'TOKEN' },
      { name: 'Old meter', serialNumber: 'L-2', authMethod: 'PASSWORD' },
    ],
  })
  await org.open(page, '/plants')
  await expect(page.getByText('1–2 of 2')).toBeVisible()
  await org.fault({ path: '/api/v1/plants$', kind: 'delay', delayMs: 1_500 })
  const filter = page.getByLabel('Authentication method')
  await filter.selectOption('TOKEN')
  await expect(page.getByText('Loading plants')).toBeAttached()
  await filter.selectOption('PASSWORD')
  await expect(page.getByText('1–1 of 1')).toBeVisible()
  await expect
    .poll(async () => (await org.requests('GET', list)).every(({ status }) => status !== null))
    .toBe(true)
  await expect(page.getByRole('link', { name: 'Old meter' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Badge reader' })).toHaveCount(0)
})

test('claims nothing about the plants of a new filter while it is loading', async ({
  page,
  organization,
}) => {
  const rows = Array.from({ length: 3 }, () => ({ authMethod: 'TOKEN' }))
  const org = await organization({ rows })
  await org.open(page, '/plants?authMethod=MTLS')
  await expect(page.getByText('No plant authenticates with MTLS')).toBeVisible()
  await page.evaluate(() => {
    const shownTexts: string[] = []
    Object.assign(window, { shownTexts })
    new MutationObserver(() => shownTexts.push(document.body.innerText)).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  await org.fault({ path: '/api/v1/plants$', kind: 'delay', delayMs: 1_500 })
  await page.getByRole('button', { name: 'Show all plants' }).click()
  await expect(page.getByText('Loading plants')).toBeAttached()
  await expect(page.getByText('1–3 of 3')).toBeVisible()
  const shownTexts = await page.evaluate(
    () => (window as unknown as { shownTexts: string[] }).shownTexts,
  )
  expect(shownTexts.length).toBeGreaterThan(1)
  expect(shownTexts.filter((text) => text.includes('There are no plants yet'))).toEqual([])
})
