import type { Page } from '@playwright/test'
import { certifiedPlant, offline, riskyPlants } from '../support/certificates'
import { sessionOver } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { listSearch, plantLinks } from '../support/fleet-list'
import { overviewPanel, tileLine } from '../support/overview'
import { closePalette, openPalette } from '../support/palette'
import { setPreference } from '../support/preferences'
import { expectNoViolations } from '../support/violations'

const complete = (page: Page) => page.getByText(/^Searched all .* Complete as of/)
const tableButton = (page: Page, panel: string | RegExp) =>
  overviewPanel(page, panel).getByRole('button', { name: 'Show as a table' })

const fleet = () => [
  certifiedPlant('Near', 3),
  certifiedPlant('Far', 200),
  certifiedPlant('Dark', 3, offline()),
  certifiedPlant('Odd', 200, { status: 'ASLEEP', lifecycleStatus: 'SUSPENDED' }),
]

test('each value of a tile has its count and share, and leads to its plants', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: fleet() })
  await org.open(page, '/')
  await expect(complete(page)).toBeVisible()
  await expect(tileLine(page, 'Connection', 'Online')).toHaveText(/Online\s*2\s*50\s%/)
  await expect(tileLine(page, 'Connection', 'ASLEEP')).toHaveText(/1\s*25\s%/)
  await expect(tileLine(page, 'Lifecycle', 'Suspended')).toHaveText(/1\s*25\s%/)
  await expect(tileLine(page, 'Authentication method', 'MTLS')).toHaveText(/4\s*100\s%/)
  const none = tileLine(page, 'Connection', 'Degraded')
  await expect(none).toHaveText(/0\s*0\s%/)
  await expect(none.getByRole('link')).toHaveCount(0)
  await tileLine(page, 'Connection', 'Offline').getByRole('link').click()
  await expect(page).toHaveURL(/\/plants\?q=status(:|%3A)OFFLINE$/)
  await expect(plantLinks(page)).toHaveText(['Dark'])
  await page.goBack()
  await tileLine(page, 'Connection', 'ASLEEP').getByRole('link').press('Enter')
  await expect(plantLinks(page)).toHaveText(['Odd'])
})

test('a bar of the last contact lists its plants, by keyboard and in the table', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: fleet() })
  await org.open(page, '/')
  const panel = overviewPanel(page, 'Last contact')
  await panel.getByRole('application').focus()
  await expect(panel).toContainText('Plants: 3')
  await page.keyboard.press('Enter')
  await expect(listSearch(page)).toHaveValue('seen:hour')
  await expect(plantLinks(page)).toHaveCount(3)
  await page.goBack()
  await tableButton(page, 'Last contact').click()
  const table = page.getByRole('table', { name: 'Last contact as a table' })
  await expect(table.getByRole('row', { name: /^Never connected/ })).toHaveText(/0\s*0\s%/)
  await table.getByRole('link', { name: 'Over a week ago' }).click()
  await expect(plantLinks(page)).toHaveText(['Dark'])
})

test('a bar of the expiries lists its certificates, and the table has the same figures', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: fleet() })
  await org.open(page, '/')
  const title = /^Certificate expiry by week/
  await expect(overviewPanel(page, title).getByRole('figure')).toHaveAccessibleName(
    'Bar chart of 4 certificates by the time they expire',
  )
  await tableButton(page, title).click()
  const rows = page.getByRole('table', { name: 'Expiries as a table' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toHaveText(/Week of .*2\s*1$/)
  await rows.nth(1).getByRole('button').click()
  await expect(page).toHaveURL(/\/certificates\?from=.*to=/)
  await expect(riskyPlants(page)).toHaveText(['Dark', 'Near'])
})

test('when nearly all plants disconnect at once, the tile says whose word that is', async ({
  page,
  organization,
}) => {
  const rows = ['A', 'B', 'C', 'D', 'E'].map((name) => ({
    id: crypto.randomUUID(),
    ...certifiedPlant(name, 200),
  }))
  const org = await organization({ rows })
  await org.open(page, '/')
  await expect(complete(page)).toBeVisible()
  const words = overviewPanel(page, 'Connection').getByText('what the platform reports')
  await expect(words).toHaveCount(0)
  await Promise.all(rows.map(({ id }) => org.changePlant(id, { status: 'OFFLINE' })))
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(words).toBeVisible()
  await expect(tileLine(page, 'Connection', 'Offline').getByRole('link')).toBeVisible()
  await expectNoViolations(page, 'overview in an outage')
})

test('an empty fleet leads to the first plant, for those who may create one', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: [] })
  await org.open(page, '/', 'support')
  await expect(page.getByText('There are no plants yet')).toBeVisible()
  await expect(page.getByRole('link', { name: 'New plant' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await org.open(page, '/')
  await page.getByRole('link', { name: 'New plant' }).click()
  await expect(page.getByRole('dialog', { name: 'New plant' })).toBeVisible()
})

test.describe('the wall display', () => {
  const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' })
  const exit = (page: Page) => page.getByRole('button', { name: 'Exit wall display' })

  test('has large figures and no controls, until Escape', async ({ page, organization }) => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    const org = await organization({ rows: fleet() })
    await org.open(page, '/')
    await expect(complete(page)).toBeVisible()
    const line = tileLine(page, 'Connection', 'Online')
    const { height: before = 0 } = (await line.boundingBox()) ?? {}
    await page.getByRole('button', { name: 'Wall display' }).click()
    await expect(page).toHaveURL(/display=wall/)
    await expect(pages(page)).toHaveCount(0)
    await expect(page.getByRole('banner')).toHaveCount(0)
    await expect(page.getByRole('button')).toHaveCount(1)
    const { height: after = 0 } = (await line.boundingBox()) ?? {}
    expect(after).toBeCloseTo(1.5 * before, 0)
    await expect(overviewPanel(page, 'Last contact').getByRole('figure')).toBeInViewport()
    await expectNoViolations(page, 'wall display')
    await page.keyboard.press('Escape')
    await expect(pages(page)).toBeVisible()
    await expect(page).not.toHaveURL(/display/)
    await expect(page.getByRole('main')).toBeFocused()
  })

  test('shows its way back when it is used or focused, and not otherwise', async ({
    page,
    organization,
  }) => {
    const org = await organization({ rows: fleet() })
    await org.open(page, '/')
    await page.clock.install()
    await page.goto('/?display=wall')
    const frame = exit(page).locator('..')
    await expect(frame).toHaveCSS('opacity', '1')
    await page.clock.runFor(4_000)
    await expect(frame).toHaveCSS('opacity', '0')
    await page.mouse.move(300, 300)
    await expect(frame).toHaveCSS('opacity', '1')
    await page.clock.runFor(4_000)
    await expect(frame).toHaveCSS('opacity', '0')
    await exit(page).focus()
    await expect(frame).toHaveCSS('opacity', '1')
    await page.keyboard.press('Enter')
    await expect(pages(page)).toBeVisible()
  })

  test('closes a dialog first, and asks for sign-in when the session ends', async ({
    page,
    organization,
    provokes,
  }) => {
    provokes(/status of 40[01]/)
    const org = await organization({ rows: fleet() })
    await org.open(page, '/')
    await page.goto('/?display=wall')
    await expect(complete(page)).toBeVisible()
    await openPalette(page)
    await closePalette(page)
    await expect(exit(page)).toBeAttached()
    await org.endSessions()
    await expect(sessionOver(page)).toBeVisible({ timeout: 30_000 })
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(/display=wall/)
  })

  test('says when its figures are not refreshed', async ({ page, organization }) => {
    await setPreference(page, 'refreshEveryS', 'off')
    const org = await organization({ rows: fleet() })
    await org.open(page, '/')
    await page.goto('/?display=wall')
    await expect(page.getByText('These figures aren’t refreshed')).toBeVisible()
  })
})

for (const width of ['', ' @phone']) {
  test(`axe finds no violations in the figures and their tables${width}`, async ({
    page,
    organization,
  }) => {
    const org = await organization({ rows: fleet() })
    await org.open(page, '/')
    await expect(page.getByRole('figure')).toHaveCount(2)
    await expectNoViolations(page, 'figures')
    await tableButton(page, 'Last contact').click()
    await tableButton(page, /^Certificate expiry/).click()
    await expectNoViolations(page, 'tables')
  })
}
