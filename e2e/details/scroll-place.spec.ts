// A new page starts at its top, and Back returns to the place that a user has left.
import type { Page } from '@playwright/test'
import { certifiedPlant } from '../support/certificates'
import { expect, test } from '../support/fixtures'
import { holdRequests, openFleetList, plantLinks } from '../support/fleet-list'
import { fromNow, hourMs } from '../support/instants'
import { overviewPanel } from '../support/overview'

const rows = [
  certifiedPlant('Expired', -1),
  certifiedPlant('Expires', 5),
  certifiedPlant('Away', 300, { status: 'OFFLINE', lastSeenAt: fromNow(-40 * hourMs) }),
  ...Array.from({ length: 20 }, (_, at) => certifiedPlant(`Plant ${at}`, 100 + at)),
]

const top = (page: Page) => page.getByRole('main').evaluate((main) => Math.round(main.scrollTop))

const scrollTo = (page: Page, topPx: number) =>
  page.getByRole('main').evaluate((main, px) => void (main.scrollTop = px), topPx)

for (const width of [1440, 390]) {
  test(`keeps the place on the overview, and starts the list at its top, ${width} px wide`, async ({
    page,
    organization,
  }) => {
    await page.setViewportSize({ width, height: 480 })
    const org = await organization({ rows })
    await org.open(page, '/')
    const link = overviewPanel(page, 'Connection').getByRole('link', { name: /^Offline/ })
    await expect(page.getByText('Searched all 23 plants.')).toBeVisible()
    // What comes late would move the link.
    await expect(page.getByText(/^Alerts known for 23/)).toBeVisible()
    await link.scrollIntoViewIfNeeded()
    const left = await top(page)
    expect(left).toBeGreaterThan(100)
    await link.click()
    await expect(plantLinks(page)).toHaveText(['Away'])
    expect(await top(page)).toBe(0)
    await page.goBack()
    await expect.poll(() => top(page)).toBe(left)
    await expect(page.getByText(/^Alerts known for 23/)).toBeVisible()
    expect(await top(page)).toBe(left)
  })
}

test('starts a plant’s page at its top on each visit, on a phone', async ({
  page,
  organization,
}) => {
  await page.setViewportSize({ width: 390, height: 700 })
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?sort=name')
  const link = page.getByRole('link', { name: 'Plant 1', exact: true })
  for (let visit = 0; visit < 2; visit += 1) {
    await link.scrollIntoViewIfNeeded()
    await expect.poll(() => top(page)).toBeGreaterThan(100)
    await link.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plant 1')
    expect(await top(page)).toBe(0)
    await page.goBack()
    await expect(link).toBeInViewport()
  }
})

test('keeps the place from plant to plant', async ({ page, organization }) => {
  await page.setViewportSize({ width: 1440, height: 480 })
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?sort=name')
  await page.getByRole('link', { name: 'Plant 1', exact: true }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Plant 1')
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeAttached()
  await scrollTo(page, 150)
  await page.keyboard.press('j')
  await expect(heading).toHaveText('Plant 10')
  await expect.poll(() => top(page)).toBe(150)
  await page.keyboard.press('k')
  await expect(heading).toHaveText('Plant 1')
  await expect.poll(() => top(page)).toBe(150)
  await page.getByRole('main').getByRole('link', { name: 'Security', exact: true }).press('Enter')
  await expect(page).toHaveURL(/security$/)
  expect(await top(page)).toBe(0)
})

test('keeps the place past a plant that is still loading', async ({ page, organization }) => {
  await page.setViewportSize({ width: 1440, height: 480 })
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?sort=name')
  await page.getByRole('link', { name: 'Plant 1', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeAttached()
  await scrollTo(page, 150)
  const { arrived, release } = await holdRequests(page, /\/plants\/[^/?]+$/)
  await page.keyboard.press('j')
  await arrived
  await expect(page.getByRole('heading', { name: 'Timeline' })).toHaveCount(0)
  await page.keyboard.press('j')
  release()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plant 11')
  await expect.poll(() => top(page)).toBe(150)
})

const inputs: Record<string, (page: Page) => Promise<void>> = {
  'the wheel': async (page) => {
    await page.mouse.move(700, 300)
    await page.mouse.wheel(0, 10)
  },
  'a finger': (page) => page.getByRole('main').dispatchEvent('touchstart'),
  'a key': (page) => page.keyboard.press('End'),
}

for (const [input, scroll] of Object.entries(inputs)) {
  test(`leaves the place to a user who scrolls with ${input} while a plant is loading`, async ({
    page,
    organization,
  }) => {
    await page.setViewportSize({ width: 1440, height: 480 })
    const org = await organization({ rows })
    await openFleetList(page, org, '/plants?sort=name')
    await page.getByRole('link', { name: 'Plant 1', exact: true }).click()
    const timeline = page.getByRole('heading', { name: 'Timeline' })
    await expect(timeline).toBeAttached()
    await scrollTo(page, 150)
    const { arrived, release } = await holdRequests(page, /\/plants\/[^/?]+$/)
    await page.keyboard.press('j')
    await arrived
    await expect(timeline).toHaveCount(0)
    // The page that is loading is too short for the place.
    const left = await top(page)
    expect(left).toBeLessThan(150)
    await scroll(page)
    release()
    await expect(timeline).toBeAttached()
    // A place that was still held would be set in the next frame.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    expect(await top(page)).toBe(left)
  })
}
