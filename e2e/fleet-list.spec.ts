import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'
import {
  countSnapshots,
  listSearch,
  openFleetList,
  plantLinks,
  plantRow,
  plantRows,
  rowsAtRest,
} from './support/fleet-list'
import { dayMs, fromNow, minuteMs } from './support/instants'

/** Says that all 600 plants were read; two readings in a row are needed for more. */
const allRead = (page: Page) => page.getByText(/^Searched (all 600|600 of 600) plants\./)

test.describe('with 600 plants', () => {
  test('shows the server’s page first, then all plants, and renders only those on screen', async ({
    page,
    organization,
  }) => {
    const org = await organization({ plants: 600 })
    await org.open(page, '/plants')
    await expect(page.getByText('1–20 of 600')).toBeVisible()
    await expect(listSearch(page)).toBeVisible()
    await expect(allRead(page)).toBeVisible()
    await expect(page.getByRole('table', { name: 'Plants' })).toHaveAttribute(
      'aria-rowcount',
      '601',
    )
    expect(await page.getByRole('row').count()).toBeLessThan(80)
    await plantRows(page).focus()
    await page.keyboard.press('End')
    const last = page.locator('[aria-rowindex="601"]')
    await expect(last).toBeInViewport()
    expect(await page.getByRole('row').count()).toBeLessThan(80)
    await page.keyboard.press('Home')
    await expect(page.locator('[aria-rowindex="2"]')).toBeInViewport()
  })

  test('moves, opens and selects rows by keyboard', async ({ page, organization }) => {
    const org = await organization({ plants: 600 })
    await openFleetList(page, org, '/plants?sort=name')
    await expect(allRead(page)).toBeVisible()
    await page.keyboard.press('/')
    await expect(listSearch(page)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    const rows = plantRows(page)
    await expect(rows).toBeFocused()
    const activeRow = async () => {
      const id = await rows.getAttribute('aria-activedescendant')
      return page.locator(`[id="${id}"]`)
    }
    await expect(await activeRow()).toHaveAttribute('aria-rowindex', '2')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowUp')
    await expect(page.getByText('2 selected')).toBeVisible()
    await page.keyboard.press('PageDown')
    await expect(await activeRow()).toBeInViewport()
    await page.keyboard.press('Escape')
    await expect(page.getByText('2 selected')).toHaveCount(0)
    const name = await (await activeRow()).getByRole('link').innerText()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    // Back finds the same row, on screen, and the keys go on from it.
    await page.goBack()
    await expect(page.getByRole('link', { name, exact: true })).toBeInViewport()
    await expect(rows).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  })

  test('leads through the filtered list with J and K, and with links', async ({
    page,
    organization,
  }) => {
    const org = await organization({ plants: 600 })
    await openFleetList(page, org, '/plants?q=status:offline&sort=name')
    await expect(allRead(page)).toBeVisible()
    await rowsAtRest(page)
    // Pointing at the rows holds their order.
    await plantRows(page).hover()
    const names = await plantLinks(page).allInnerTexts()
    const heading = page.getByRole('heading', { level: 1 })
    const [first = '', second = '', third = ''] = names
    await page.getByRole('link', { name: second, exact: true }).first().click()
    await expect(heading).toHaveText(second)
    const place = page.getByRole('navigation', { name: 'Plants of the list' })
    await expect(place).toHaveText(/^2 of \d+$/)
    await page.keyboard.press('j')
    await expect(heading).toHaveText(third)
    await page.keyboard.press('k')
    await expect(heading).toHaveText(second)
    // A reload keeps the place in the list.
    await page.reload()
    await expect(place).toHaveText(/^2 of \d+$/)
    await page.getByRole('link', { name: 'Previous plant' }).click()
    await expect(heading).toHaveText(first)
    await expect(page.getByRole('link', { name: 'Previous plant' })).toHaveCount(0)
    await page.getByRole('link', { name: 'Security' }).click()
    await page.keyboard.press('j')
    await expect(heading).toHaveText(second)
    await expect(page).toHaveURL(/\/security$/)
    await page.goBack()
    await page.goBack()
    await expect(page).toHaveURL(/\/plants\?q=status/)
    await expect(page.getByRole('link', { name: second, exact: true }).first()).toBeInViewport()
  })
})

const urgent = [
  { name: 'Fine', serialNumber: 'U-1', status: 'ONLINE', lastSeenAt: fromNow(-minuteMs) },
  {
    name: 'Expired',
    serialNumber: 'U-2',
    status: 'ONLINE',
    certificateExpiresAt: fromNow(-3.5 * dayMs),
    lastSeenAt: fromNow(-minuteMs),
  },
  {
    name: 'Lost',
    serialNumber: 'U-3',
    status: 'OFFLINE',
    lastSeenAt: fromNow(-9.5 * dayMs),
    authFailureCount: 12,
  },
].map((row) => ({ ...row, lifecycleStatus: 'ACTIVE' }))

test('lists the most urgent plants first and says why, and sorts by every column', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: urgent })
  await openFleetList(page, org)
  await expect(plantLinks(page)).toHaveText(['Expired', 'Lost', 'Fine'])
  await expect(plantRow(page, 'Expired')).toContainText(/Certificate expired 3\sd ago/)
  await expect(plantRow(page, 'Lost')).toContainText(/Offline, last seen 9\sd ago/)
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect(plantLinks(page)).toHaveText(['Expired', 'Fine', 'Lost'])
  await expect(page).toHaveURL(/sort=name/)
  const heading = page.getByRole('columnheader', { name: 'Name' })
  await expect(heading).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect(plantLinks(page)).toHaveText(['Lost', 'Fine', 'Expired'])
  await expect(heading).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('button', { name: 'Last seen' }).click()
  await expect(page).toHaveURL(/sort=seen/)
  await expect(plantLinks(page).first()).toHaveText('Lost')
  await page.goBack()
  await expect(plantLinks(page)).toHaveText(['Lost', 'Fine', 'Expired'])
  await page.reload()
  await expect(plantLinks(page)).toHaveText(['Lost', 'Fine', 'Expired'])
})

test('keeps the chosen columns, their order and the height of the rows', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: urgent })
  await openFleetList(page, org)
  await page.getByRole('button', { name: 'Columns' }).click()
  const dialog = page.getByRole('dialog', { name: 'Columns' })
  await dialog.getByRole('checkbox', { name: 'Template' }).check()
  await dialog.getByRole('checkbox', { name: 'Lifecycle' }).uncheck()
  await dialog.getByRole('button', { name: 'Move Serial number up' }).click()
  await dialog.getByRole('radio', { name: 'Compact' }).check()
  await expect(dialog.getByRole('checkbox', { name: 'Name', exact: true })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.reload()
  await listSearch(page).waitFor()
  const headings = page.getByRole('columnheader')
  await expect(headings.nth(1)).toHaveText('Name')
  await expect(headings.nth(2)).toHaveText('Serial number')
  await expect(headings.nth(3)).toHaveText('Needs attention')
  await expect(headings.last()).toHaveText('Template')
  await expect(page.getByRole('columnheader', { name: 'Lifecycle' })).toHaveCount(0)
  await expect(plantRow(page, 'Fine')).toHaveCSS('height', '32px')
  await page.getByRole('button', { name: 'Columns' }).click()
  await dialog.getByRole('button', { name: 'Use default columns' }).click()
  await expect(headings.nth(2)).toHaveText('Needs attention')
})

test('keeps the reason and the certificate in view on a narrow screen', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: urgent })
  await openFleetList(page, org)
  for (const [width, others] of [
    [1024, ['Needs attention', 'Certificate']],
    [900, ['Needs attention']],
    [768, ['Certificate']],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    for (const name of ['Connection', 'Last seen', ...others]) {
      await expect(page.getByRole('columnheader', { name })).toBeInViewport({ ratio: 1 })
    }
  }
})

test('leaves room for names beside the reason and the certificate', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: urgent })
  await openFleetList(page, org)
  for (const width of [1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(page.getByRole('columnheader', { name: 'Certificate' })).toBeInViewport()
    await expect(page.getByRole('columnheader', { name: 'Needs attention' })).toBeInViewport()
    const widthPx = async () => (await plantLinks(page).first().boundingBox())?.width
    await expect.poll(widthPx).toBeGreaterThanOrEqual(185)
  }
})

test('does not replace the server’s page while it is in use', async ({ page, organization }) => {
  const org = await organization({ plants: 30 })
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/fleet-list-code/, async (route) => {
    await held
    await route.continue()
  })
  await page.clock.install()
  await org.open(page, '/plants')
  const link = page.getByRole('row').nth(1).getByRole('link')
  await link.focus()
  release()
  // The whole fleet was read, and nothing but the use of the page delays the list.
  await expect.poll(() => countSnapshots(page)).toBe(1)
  await page.clock.runFor(5_000)
  await expect(page.getByText('1–20 of 30')).toBeVisible()
  await expect(link).toBeFocused()
  await link.blur()
  await expect(listSearch(page)).toBeVisible()
  await expect(page.getByText('Searched all 30 plants.')).toBeVisible()
})

test('offers no filters for a fleet without plants', async ({ page, organization }) => {
  const org = await organization()
  await openFleetList(page, org)
  await expect(page.getByText('The fleet has no plants.')).toBeVisible()
  await expect(page.getByText('There are no plants yet')).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Filters' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Filters' })).toHaveCount(0)
})
