import { expect, test } from '../support/fixtures'
import { pageOfIndex } from '../support/fleet-list'
import { overviewPanel } from '../support/overview'

const listPage = /\/plants\?(?=.*limit=100\b)/

test('the overview starts to read the fleet before its own code has arrived', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: [{ name: 'FVE Brno' }] })
  await org.open(page, '/accounts')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/assets\/_app\.index-/, async (route) => {
    await held
    await route.continue()
  })
  const asked = page.waitForRequest(listPage)
  // By the keyboard: a pointer would load the code of the link before.
  await page.getByRole('link', { name: 'Overview', exact: true }).first().press('Enter')
  await asked
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toHaveCount(0)
  release()
  await expect(overviewPanel(page, 'Needs attention')).toBeVisible()
})

test('pointing at the link to the overview doesn’t read the fleet', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: [{ name: 'FVE Brno' }] })
  await org.open(page, '/accounts')
  const code = page.waitForResponse(/\/assets\/_app\.index-/)
  await page.getByRole('link', { name: 'Overview', exact: true }).first().hover()
  await code
  expect(await org.countRequests('GET', listPage)).toBe(0)
  await page.getByRole('link', { name: 'Overview', exact: true }).first().click()
  await expect(overviewPanel(page, 'Needs attention')).toBeVisible()
})

test('what needs attention says so while only a part of the fleet was judged', async ({
  page,
  organization,
}) => {
  const rows = Array.from({ length: 120 }, (_, at) => ({
    name: `FVE ${at}`,
    status: at % 2 === 0 ? 'OFFLINE' : 'ONLINE',
    lifecycleStatus: at < 100 ? 'ACTIVE' : 'SUSPENDED',
  }))
  const org = await organization({ rows })
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(pageOfIndex(2), async (route) => {
    await held
    await route.continue()
  })
  await org.open(page, '/')
  const panel = overviewPanel(page, 'Needs attention')
  await expect(panel).toContainText('Judged so far: 100 of 120 plants.')
  release()
  await expect(panel).toContainText('Of 60 offline plants,')
  await expect(panel).not.toContainText('so far')
})
