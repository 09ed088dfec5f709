import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { dayMs, fromNow } from '../support/instants'
import type { NewOrganization } from '../support/organization'

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const queue = (page: Page) => region(page, 'Needs attention')
const figures = (page: Page) => region(page, 'The fleet in numbers')
const alerts = (page: Page) => region(page, 'Fleet alerts')

async function topOf(locator: Locator): Promise<number> {
  return (await locator.boundingBox())?.y ?? NaN
}

async function openOverview(page: Page, organization: NewOrganization, path = '/'): Promise<void> {
  const id = crypto.randomUUID()
  const row = { id, name: 'FVE Zlín', serialNumber: 'M-1', lifecycleStatus: 'ACTIVE' }
  const org = await organization({ rows: [{ ...row, certificateExpiresAt: fromNow(-dayMs) }] })
  await org.addAlerts(id, [{ severity: 'WARNING' }])
  await page.goto(path)
  await org.fillSignIn(page)
  await expect(page.getByText(/^Alerts known for 1 of 1 plant/)).toBeVisible()
}

test('the alerts are beside the attention queue, and on a wall display below the figures', async ({
  page,
  organization,
}) => {
  await openOverview(page, organization)
  expect(await topOf(alerts(page))).toBeLessThan(await topOf(figures(page)))
  const { x = 0, width = 0 } = (await queue(page).boundingBox()) ?? {}
  expect((await alerts(page).boundingBox())?.x).toBeGreaterThan(x + width)
  await page.getByRole('button', { name: 'Wall display' }).click()
  await expect
    .poll(async () => (await topOf(alerts(page))) - (await topOf(figures(page))))
    .toBeGreaterThan(0)
})

/** Presses Tab. Returns the title of the panel that has the focus, '' between panels; undefined once it has left the page. */
async function nextPanel(page: Page): Promise<string | undefined> {
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const focused = document.activeElement?.closest('main *')
    if (!focused) return undefined
    return focused.closest('section:has(h2)')?.querySelector('h2')?.textContent ?? ''
  })
}

for (const [width, order] of [
  [1440, ['Needs attention', 'Fleet alerts', 'Connection']],
  [1024, ['Needs attention', 'Connection', 'Fleet alerts']],
] satisfies [number, string[]][]) {
  test(`Tab goes through the panels in reading order at ${width} px`, async ({
    page,
    organization,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await openOverview(page, organization)
    await expect(alerts(page).getByRole('link').first()).toBeVisible()
    await page.getByRole('button', { name: 'Wall display' }).focus()
    const seen = new Set<string>()
    for (let panel = await nextPanel(page); panel !== undefined; panel = await nextPanel(page)) {
      seen.add(panel)
    }
    expect([...seen].filter((panel) => order.includes(panel))).toEqual(order)
  })
}

test('one column has the queue, changes, figures, alerts and energy, in this order @phone', async ({
  page,
  organization,
}) => {
  await openOverview(page, organization)
  const panels = [
    queue(page),
    region(page, 'Since your last visit'),
    figures(page),
    alerts(page),
    region(page, 'Today’s energy'),
  ]
  const tops = await Promise.all(panels.map(topOf))
  expect(tops).toEqual(tops.toSorted((a, b) => a - b))
})
