import type { Page } from '@playwright/test'
import { PlantDay, energyDay, recorded } from '../support/energy-day'
import { expect, test } from '../support/fixtures'
import { hourMs, minuteMs } from '../support/instants'
import { untilRefresh } from '../support/refresh'
import { csvLines, saveWith } from '../support/saved-files'

/** Returns the SVG path of the produced curve; "M" starts a stroke. */
async function curvePath(page: Page): Promise<string> {
  const curve = page.getByRole('figure', { name: /^Curve of UTC day/ })
  return (await curve.locator('path.recharts-line-curve').first().getAttribute('d')) ?? ''
}

/** Returns the aliases of the users whose recordings are stored in the browser. */
function recordings(page: Page): Promise<string[]> {
  return page.evaluate(async () =>
    (await indexedDB.databases())
      .map(({ name = '' }) => name)
      .filter((name) => name.startsWith('plantdeck.energy.'))
      .map((name) => name.replace('plantdeck.energy.', '')),
  )
}

test('a recording keeps its gaps through a reload, and is deleted on signing out', async ({
  page,
  organization,
}) => {
  const day = await PlantDay.create(page, organization)
  const { org, path } = day
  await org.open(page, path)
  await expect(recorded(page)).toContainText('1 reading at')
  await untilRefresh(page)
  await expect(recorded(page)).toContainText('2 readings since')
  await expect(recorded(page)).toContainText('without a gap')
  await page.reload()
  await expect(recorded(page)).toContainText('3 readings since')
  const strokes = async () => (await curvePath(page)).match(/M/g)?.length
  expect(await strokes()).toBe(1)
  await page.clock.fastForward(20 * minuteMs)
  await expect(recorded(page)).toContainText(/with a gap of (19|20).min/)
  await untilRefresh(page)
  await expect.poll(strokes).toBe(2)
  await page.getByText('Readings as a table').click()
  await expect(
    page.getByRole('table', { name: 'Readings in kWh' }).getByRole('row').nth(1),
  ).toContainText('40.000')
  expect(await recordings(page)).toHaveLength(1)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect.poll(() => recordings(page)).toEqual([])
  await org.fillSignIn(page)
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  await page.goto(path)
  await expect(recorded(page)).toContainText('1 reading at')
})

test('a recording is deleted when another tab signs out or another user signs in', async ({
  page,
  context,
  organization,
}) => {
  const day = await PlantDay.create(page, organization)
  const { org, path } = day
  await org.open(page, path)
  await expect(recorded(page)).toContainText('1 reading')
  const other = await context.newPage()
  await other.goto('/plants')
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect.poll(() => recordings(page)).toEqual([])
  await other.close()

  await org.open(page, path)
  await expect(recorded(page)).toContainText('1 reading')
  // Like closing the tab without signing out.
  await page.evaluate(() => sessionStorage.clear())
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  const [admin] = await recordings(page)
  expect(admin).toBeDefined()
  await org.fillSignIn(page, 'operator')
  await expect(recorded(page)).toContainText('1 reading')
  await expect.poll(async () => (await recordings(page)).length).toBe(1)
  expect(await recordings(page)).not.toEqual([admin])
})

test('reports totals that fall within a day', async ({ page, organization }) => {
  const day = await PlantDay.create(page, organization)
  const { org, path } = day
  await org.open(page, path)
  await expect(recorded(page)).toContainText('1 reading')
  await day.setTotals({ produced: 12 })
  await untilRefresh(page)
  await expect(page.getByText(/totals fell at .* \(produced from 40.kWh to 12.kWh\)/)).toBeVisible()
})

test('works without stored readings, and says that the browser blocks them', async ({
  page,
  organization,
}) => {
  const day = await PlantDay.create(page, organization)
  const { org, path } = day
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
  })
  await org.open(page, path)
  await expect(page.getByText('doesn’t let Plantdeck store readings')).toBeVisible()
  await untilRefresh(page)
  await expect(recorded(page)).toContainText('2 readings since')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

test("the CSV contains the day's total and readings, and no formulas", async ({
  page,
  organization,
}) => {
  const day = await PlantDay.create(page, organization, { name: '=HYPERLINK("http://x")' })
  const { org, path } = day
  await day.setTotals({ imported: null, exported: -1 })
  await org.open(page, path)
  await expect(recorded(page)).toContainText('1 reading')
  const file = await saveWith(page, 'Export CSV')
  expect(file.name).toBe(`energy-HYPERLINK-http-x-${energyDay}.csv`)
  const [header, total, reading] = csvLines(file)
  expect(header).toMatch(/^Plant,Serial number,UTC day,Row,Read at \(UTC\),Unit,Produced/)
  const plant = `"'=HYPERLINK(""http://x"")",E/1,${energyDay}`
  expect(total?.startsWith(`${plant},total,${energyDay}T`)).toBe(true)
  expect(total?.endsWith('Z,kWh,40,,-1,,,')).toBe(true)
  expect(reading?.startsWith(`${plant},reading,${energyDay}T`)).toBe(true)
})

test.describe('on the night the clocks go back', () => {
  test.use({ timezoneId: 'Europe/Prague' })

  test('readings at the same local time have different UTC offsets', async ({
    page,
    organization,
  }) => {
    const when = { date: '2026-10-25', time: '00:20:00' }
    const { org, path } = await PlantDay.create(page, organization, when)
    await org.open(page, path)
    await expect(recorded(page)).toContainText(/1 reading at 02:2\d.UTC\+2/)
    await page.clock.fastForward(hourMs)
    await expect(recorded(page)).toContainText(/2 readings since 02:2\d.UTC\+2/)
    await page.getByText('Readings as a table').click()
    const readings = page.getByRole('table', { name: 'Readings in kWh' }).getByRole('row')
    await expect(readings.nth(1)).toContainText(/02:2\d:\d\d.UTC\+1/)
    await expect(readings.nth(2)).toContainText(/02:2\d:\d\d.UTC\+2/)
  })
})
