import type { Page } from '@playwright/test'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from '../support/fixtures'

test.use({ isFleetListHeld: true })

const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' })

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
    for (let reloads = 0; reloads < 3; reloads += 1) {
      reload(page)
      await delay(60)
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
  const org = await organization({ plants: 3, accessTokenSeconds: 1 })
  await org.open(page)
  for (let round = 0; round < 3; round += 1) {
    // The access token expires during this delay, so each reload renews it.
    await delay(1_100)
    await org.fault({ path: '/oauth2/v1/token', kind: 'delay', delayMs: 300, times: 3 })
    for (let reloads = 0; reloads < 3; reloads += 1) {
      const renewal = page.waitForRequest(/oauth2\/v1\/token/)
      reload(page)
      await renewal
    }
    await expect(page.getByText('1–3 of 3')).toBeVisible()
    await org.clearFaults()
  }
  const renewals = await org.requests('POST', /oauth2\/v1\/token/)
  expect(renewals.length).toBeGreaterThanOrEqual(1 + 3 * 3)
  expect(renewals.filter(({ status }) => status !== 200 && status !== null)).toEqual([])
  await expect(signOut(page)).toBeVisible()
})

test('a token renewal whose response is lost is repeated unnoticed', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|Failed to (load|fetch)|status of 401/)
  const org = await organization({ plants: 3, accessTokenSeconds: 1 })
  await org.open(page)
  await delay(1_100)
  await org.fault({ path: '/oauth2/v1/token', kind: 'drop-after' })
  await page.reload()
  await expect(page.getByText('1–3 of 3')).toBeVisible()
  await delay(1_100)
  await page.reload()
  await expect(page.getByText('1–3 of 3')).toBeVisible()
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
    // The API rejects the token, and a proxy answers the renewal.
    await org.fault({ path: '/api/v1/plants$', kind: 'answer', status: 401, body: {} })
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
  const org = await organization({ plants: 60, accessTokenSeconds: 1 })
  await org.open(page, '/plants?page=2&limit=50')
  await expect(page.getByText('51–60 of 60')).toBeVisible()
  await org.endSessions()
  // The access token expires during this delay, so the reload has to renew it.
  await delay(1_100)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page).toHaveURL(/redirect=/)
  await org.fillSignIn(page)
  await expect(page.getByText('51–60 of 60')).toBeVisible()
})
