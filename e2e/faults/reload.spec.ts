// The page reloads itself only when a deploy removed its code and the reload loses nothing.
import type { BrowserContext } from '@playwright/test'
import { confirmButton } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import {
  delayMissingCode,
  deployNewVersion,
  removeCode,
  responseWith,
  runCode,
  missingPart,
  markPage,
} from '../support/lost-code'
import { onePlant } from '../support/one-plant'

test.use({ isFleetListHeld: true })

const outages = [
  {
    what: 'while offline',
    start: (context: BrowserContext) => context.setOffline(true),
    end: (context: BrowserContext) => context.setOffline(false),
  },
  {
    what: 'with the server down',
    start: (context: BrowserContext) =>
      context.route('**', (route) => route.abort('connectionrefused')),
    end: (context: BrowserContext) => context.unrouteAll(),
  },
]
const unreachable = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/

for (const { what, start, end } of outages) {
  test(`eight clicks on a plant ${what} keep the page, and a retry opens the plant`, async ({
    page,
    context,
    organization,
    provokes,
  }) => {
    provokes(unreachable)
    const org = await organization({ rows: onePlant().rows })
    await org.open(page, '/plants')
    const link = page.getByRole('link', { name: 'BESS Chomutov' })
    await expect(link).toBeVisible()
    // The paging has code of its own, which comes after the rows.
    await expect(page.getByText('1–1 of 1')).toBeVisible()
    const isSamePage = await markPage(page)
    await start(context)
    const panel = missingPart(page.getByRole('main'))
    for (let click = 1; click <= 8; click += 1) {
      await link.hover()
      await link.click()
      await expect(panel).toBeVisible()
      await page.getByRole('navigation', { name: 'Pages' }).getByText('Plants').click()
      await expect(panel).toHaveCount(0)
    }
    await link.click()
    await expect(panel).toBeVisible()
    await end(context)
    await panel.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: 'BESS Chomutov' })).toBeVisible()
    expect(await isSamePage()).toBe(true)
  })

  test(`signing out ${what} leads to the sign-in page`, async ({
    page,
    context,
    organization,
    provokes,
  }) => {
    provokes(unreachable)
    const org = await organization({ plants: 2 })
    await org.open(page, '/plants')
    // A page that didn't start with signing in preloads that code some time after it was opened.
    await page.clock.install()
    // Some of it comes before, with other code.
    const preloaded = ['session-over-dialog', 'form', 'oauth'].map((part) =>
      responseWith(page, part),
    )
    await page.reload()
    await expect(page.getByText('1–2 of 2')).toBeVisible()
    await page.clock.fastForward(10_000)
    for (const response of await Promise.all(preloaded)) await runCode(page, response)
    await start(context)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByLabel('Username')).toBeVisible()
    await expect(page).toHaveURL(/\/sign-in$/)
  })
}

test('signing out without the code of the sign-in page hides the fleet, and offers a retry', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/)
  const org = await organization({ plants: 2 })
  await org.open(page, '/plants')
  await removeCode(page, 'form')
  await page.reload()
  await expect(page.getByText('1–2 of 2')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(missingPart(page)).toBeVisible()
  await expect(page.getByText('1–2 of 2')).toHaveCount(0)
  await page.unrouteAll()
  await missingPart(page).getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByLabel('Username')).toBeVisible()
})

test('the page reloads once after a deploy, but not when only hovering over a link', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/)
  const { rows } = onePlant()
  const org = await organization({ rows })
  await org.open(page, '/plants')
  await deployNewVersion(page)
  await removeCode(page, 'plant-page')
  const isSamePage = await markPage(page)
  const notFound = page.waitForResponse(/\/assets\/plant-page-/)
  const link = page.getByRole('link', { name: 'BESS Chomutov' })
  await link.hover()
  await notFound
  expect(await isSamePage()).toBe(true)
  await link.click()
  // The test's server doesn't really have another version, so the reloaded page misses the same part.
  await expect.poll(isSamePage).toBe(false)
  const panel = missingPart(page.getByRole('main'))
  await expect(panel).toContainText('A new version of Plantdeck is available.')
  const isReloadedPage = await markPage(page)
  await page.getByRole('navigation', { name: 'Pages' }).getByText('Plants').click()
  await link.click()
  await expect(panel).toContainText('A new version of Plantdeck is available.')
  expect(await isReloadedPage()).toBe(true)
  await page.unrouteAll()
  await panel.getByRole('button', { name: 'Reload page' }).click()
  await expect(page.getByRole('heading', { name: 'BESS Chomutov' })).toBeVisible()
})

test('a deploy does not discard typed text', async ({ page, organization, provokes }) => {
  provokes(/status of 404/)
  const { id, rows } = onePlant()
  const org = await organization({ rows })
  const failCharts = await delayMissingCode(page, 'energy-charts')
  await org.open(page, `/plants/${id}/energy?action=edit`)
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('BESS Chomutov II')
  const isSamePage = await markPage(page)
  await deployNewVersion(page)
  failCharts()
  await expect(page.getByText('A new version of Plantdeck is available.').first()).toBeAttached()
  await expect(name).toHaveValue('BESS Chomutov II')
  expect(await isSamePage()).toBe(true)
})

test('a deploy does not discard a secret that is shown once', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/)
  const { id, rows } = onePlant({ lifecycleStatus: 'PENDING', authMethod: 'MTLS' })
  const org = await organization({ rows })
  await removeCode(page, 'certificate-files')
  await org.open(page, `/plants/${id}?action=provision`)
  await deployNewVersion(page)
  const isSamePage = await markPage(page)
  await confirmButton(page).click()
  const dialog = page.getByRole('dialog', { name: 'Credentials of BESS Chomutov' })
  await expect(dialog.getByText('A new version of Plantdeck is available.')).toBeVisible()
  expect(await isSamePage()).toBe(true)
})

test('a deploy does not interrupt a pending suspension', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/)
  const { rows } = onePlant()
  const org = await organization({ rows })
  await removeCode(page, 'energy-charts')
  await org.open(page, '/plants')
  await page.getByRole('link', { name: 'BESS Chomutov' }).click()
  await org.fault({ method: 'POST', path: '/suspend$', kind: 'delay', delayMs: 4_000 })
  await deployNewVersion(page)
  const isSamePage = await markPage(page)
  await page.getByRole('button', { name: 'Suspend' }).click()
  await confirmButton(page).click()
  await expect.poll(() => org.requests('POST', /\/suspend$/)).toHaveLength(1)
  await page.goBack()
  await page.getByRole('link', { name: 'Energy' }).click()
  await expect(page.getByText('A new version of Plantdeck is available.').first()).toBeVisible()
  await expect(page.getByText('Suspended BESS Chomutov')).toBeVisible()
  expect(await isSamePage()).toBe(true)
})
