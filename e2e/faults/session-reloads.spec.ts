import type { Page } from '@playwright/test'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from '../support/fixtures'

const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' })

/** Reloads without waiting for the page, which the next reload ends before it has got anywhere. */
function reload(page: Page): void {
  void page.reload({ waitUntil: 'commit' }).catch(() => undefined)
}

test('quick reloads stay signed in and need no renewal', async ({
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

test('quick reloads that swallow the answers to renewals stay signed in', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|Failed to (load|fetch)|status of 401/)
  const org = await organization({ plants: 3, accessTokenSeconds: 1 })
  await org.open(page)
  for (let round = 0; round < 3; round += 1) {
    // Long enough for the access token to expire, which makes each reload renew it.
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

test('a renewal whose answer is lost is repeated, and nobody notices', async ({
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

test('a proxy’s page in place of tokens ends no session', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[01]/)
  const org = await organization({ plants: 3 })
  await org.open(page)
  await expect(page.getByText('1–3 of 3')).toBeVisible()
  for (const status of [400, 401]) {
    // The API refuses the token, and the renewal meets a proxy.
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

test('a reload after the session has ended asks to sign in, and returns to the same address', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[01]/)
  const org = await organization({ plants: 60, accessTokenSeconds: 1 })
  await org.open(page, '/plants?page=2&limit=50')
  await expect(page.getByText('51–60 of 60')).toBeVisible()
  await org.endSessions()
  // Long enough for the access token to expire, so that the reload has to renew it.
  await delay(1_100)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page).toHaveURL(/redirect=/)
  await org.fillSignIn(page)
  await expect(page.getByText('51–60 of 60')).toBeVisible()
})
