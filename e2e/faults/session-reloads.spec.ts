import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import type { Organization } from '../support/organization'
import { setPreference } from '../support/preferences'

test.use({ isFleetListHeld: true })

/** Lets the access token expire, which the page notices when it is reloaded: its own refresh is off. */
const expireToken = (page: Page) => page.clock.fastForward('11:00')

async function openWithoutRefresh(page: Page, org: Organization, path?: string): Promise<void> {
  await setPreference(page, 'refreshEveryS', 'off')
  await org.takeClock(page)
  await org.open(page, path)
}

/** Starts a reload without waiting for it, so that the next reload can interrupt it. */
function reload(page: Page): void {
  void page.reload({ waitUntil: 'commit' }).catch(() => undefined)
}

test('quick reloads stay signed in without a token renewal', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|Failed to (load|fetch)/)
  const org = await organization({ plants: 3 })
  await org.open(page)
  for (let round = 0; round < 5; round += 1) {
    for (const stage of ['/plants', '/config.json', '/api/v1/plants']) {
      const reached = page.waitForRequest((request) => new URL(request.url()).pathname === stage)
      reload(page)
      await reached
    }
    await expect(page.getByText('1–3 of 3')).toBeVisible()
  }
  expect(await org.requests('POST', /oauth2\/v1\/token/)).toHaveLength(1)
})

test('quick reloads that interrupt token renewals stay signed in', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|Failed to (load|fetch)|status of 401/)
  const org = await organization({ plants: 3 })
  await openWithoutRefresh(page, org)
  for (let round = 0; round < 3; round += 1) {
    await expireToken(page)
    const release = await org.hold({ path: '/oauth2/v1/token' })
    for (let reloads = 0; reloads < 3; reloads += 1) {
      const renewal = page.waitForRequest(/oauth2\/v1\/token/)
      reload(page)
      await renewal
    }
    await release()
    await expect(page.getByText('1–3 of 3')).toBeVisible()
  }
  const renewals = await org.requests('POST', /oauth2\/v1\/token/)
  expect(renewals.length).toBeGreaterThanOrEqual(1 + 3 * 3)
  expect(renewals.filter(({ status }) => status !== 200 && status !== null)).toEqual([])
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
})

test('a token renewal whose response is lost is repeated unnoticed', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|Failed to (load|fetch)|status of 401/)
  const org = await organization({ plants: 3 })
  await openWithoutRefresh(page, org)
  await expireToken(page)
  await org.fault({ path: '/oauth2/v1/token', kind: 'drop-after' })
  await page.reload()
  await expect(page.getByText('1–3 of 3')).toBeVisible()
  await expireToken(page)
  await page.reload()
  await expect(page.getByText('1–3 of 3')).toBeVisible()
  expect(await org.countRequests('POST', /oauth2\/v1\/token/)).toBeGreaterThanOrEqual(4)
})

test("a proxy's error page instead of tokens does not end the session", async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[01]/)
  const org = await organization({ plants: 3 })
  await org.open(page)
  await expect(page.getByText('1–3 of 3')).toBeVisible()
  for (const status of [400, 401]) {
    // The API rejects the token, and a proxy responds to the renewal.
    await org.fault({ path: '/api/v1/plants$', kind: 'response', status: 401, body: {} })
    await org.fault({ path: '/oauth2/v1/token', kind: 'html', status })
    const renewal = page.waitForResponse(/oauth2\/v1\/token/)
    await page.getByRole('button', { name: 'Refresh now' }).click()
    expect((await renewal).status()).toBe(status)
    await expect(page.getByText(/^Couldn.t refresh|didn’t come from/).first()).toBeVisible()
    await expect(page.getByRole('dialog', { name: 'Your session is over' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Refresh now' }).click()
    await expect(page.getByText('1–3 of 3')).toBeVisible()
  }
})

test('a reload after the session has ended asks for sign-in, and returns to the same URL', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[01]/)
  const org = await organization({ plants: 60 })
  await openWithoutRefresh(page, org, '/plants?page=2&limit=50')
  await expect(page.getByText('51–60 of 60')).toBeVisible()
  await org.endSessions()
  await expireToken(page)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page).toHaveURL(/redirect=/)
  await org.fillSignIn(page)
  await expect(page.getByText('51–60 of 60')).toBeVisible()
})
