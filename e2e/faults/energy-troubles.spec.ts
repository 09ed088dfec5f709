import type { Page } from '@playwright/test'
import { PlantDay, energyPath, recorded } from '../support/energy-day'
import { expect, test } from '../support/fixtures'
import { minuteMs } from '../support/instants'
import { removeCode } from '../support/lost-code'
import type { Organization } from '../support/organization'
import { setPreference } from '../support/preferences'
import { afterRetries } from '../support/refresh'
import { sidewaysOverflow } from '../support/sideways-overflow'
import { expectNoViolations } from '../support/violations'

const reads = (org: Organization) => org.countRequests('GET', energyPath)
const chartCode = /\/assets\/energy-charts-[^/]+\.js/
const produced = (page: Page) => page.getByRole('row', { name: /^Produced 40.kWh$/ })

test('offers a retry when the first load fails, and keeps the numbers and their time when a refresh fails', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of (500|403)/)
  const day = await PlantDay.create(page, organization)
  const { org, path } = day
  await org.clearFaults()
  await org.fault({ path: energyPath.source, kind: 'error-before', times: 3 })
  await org.open(page, path)
  await expect(page.getByRole('alert')).toContainText('The server failed', afterRetries)
  await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()
  await day.setTotals({})
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(produced(page)).toBeVisible()
  await org.clearFaults()
  await org.fault({ path: energyPath.source, kind: 'error-before', status: 403, times: 1 })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(
    page.getByText(/As of .* Couldn’t refresh: Your account isn’t allowed to do this/),
  ).toBeVisible()
  await expect(produced(page)).toBeVisible()
  await day.setTotals({})
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText('Couldn’t refresh')).toHaveCount(0)
})

test('shows the layout while the numbers are loading', async ({ page, organization }) => {
  const { org, path } = await PlantDay.create(page, organization)
  await org.clearFaults()
  await org.fault({ path: energyPath.source, kind: 'delay', delayMs: 2_500 })
  await org.open(page, path)
  await expect(page.getByText('Loading the day’s energy')).toBeAttached()
  await expect(page.getByText(/^UTC day/)).toBeVisible()
  await expect(page.getByText('Loading the day’s energy')).toHaveCount(0)
})

test('loads only on "Refresh now" while automatic refresh is off', async ({
  page,
  organization,
}) => {
  const { org, path } = await PlantDay.create(page, organization)
  await setPreference(page, 'refreshEveryS', 'off')
  await org.open(page, path)
  await expect(page.getByText('Refresh is off. Only “Refresh now”')).toBeVisible()
  const before = await reads(org)
  await page.clock.runFor(2 * minuteMs)
  expect(await reads(org)).toBe(before)
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect.poll(() => reads(org)).toBe(before + 1)
})

test('loads the code of the charts only on the energy page, after the numbers', async ({
  page,
  organization,
}) => {
  const { org, path } = await PlantDay.create(page, organization)
  const asked: string[] = []
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(chartCode, async (route) => {
    asked.push(route.request().url())
    await released
    await route.continue()
  })
  await org.open(page, '/plants')
  const preloaded = page.waitForResponse(/\/assets\/edit-plant-dialog-/)
  await page.getByRole('link', { name: 'FVE Zlín' }).click()
  await expect(page.getByText(/^Based on the plant’s own dates,.* commands?\.$/)).toBeVisible()
  // Anything that a plant's page loads ahead is loaded together with this.
  await preloaded
  expect(asked).toEqual([])
  await page.goto(path)
  await expect(produced(page)).toBeVisible()
  await expect(page.getByText('Loading the chart').first()).toBeAttached()
  release()
  await expect(page.getByRole('img', { name: /^Bar chart/ })).toBeVisible()
  expect(asked.length).toBeGreaterThan(0)
})

test('numbers stay visible when the code of the charts is missing', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404|dynamically imported module/)
  const { org, path } = await PlantDay.create(page, organization)
  await removeCode(page, 'energy-charts')
  await org.open(page, path)
  await expect(page.getByText('Couldn’t load this chart.')).toHaveCount(3)
  await expect(produced(page)).toBeVisible()
  await expect(recorded(page)).toBeVisible()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(page.getByRole('img', { name: /^Bar chart/ })).toBeVisible()
  // The charts share their code, so one retry restores them all.
  await expect(page.getByText('Couldn’t load this chart.')).toHaveCount(0)
})

for (const width of ['', ' @phone']) {
  test(`axe finds no violations, and the keyboard reaches every control${width}`, async ({
    page,
    organization,
  }) => {
    const { org, path } = await PlantDay.create(page, organization)
    await org.open(page, path)
    const curve = page.getByRole('figure', { name: /^Curve of UTC day .*produced 40.kWh/ })
    await expect(curve).toBeVisible()
    await page.getByText('Readings as a table').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('table', { name: 'Readings in kWh' })).toBeVisible()
    await page.getByRole('button', { name: 'Show recorded time only' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Show the whole day' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await expect(curve.getByText(/Imported : 10.kWh/)).toBeVisible()
    await expectNoViolations(page, 'energy with its table')
    expect(await sidewaysOverflow(page)).toBe(0)
  })
}
