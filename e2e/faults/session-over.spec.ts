import type { Page } from '@playwright/test'
import { sessionOver } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { fillNewPlant } from '../support/new-plant'
import type { Organization, PageFixtures } from '../support/organization'

test.use({ isFleetListHeld: true })

/** Refreshes the page, so that it notices that the server ended the session. */
async function noticeSessionEnd(page: Page) {
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(sessionOver(page)).toBeVisible()
}

/** Creates two organizations, each with a plant of its own, and signs in to the first one. */
async function openAsFirst({ page, organization }: PageFixtures) {
  const first = await organization({ rows: [{ name: 'Plant of the first', serialNumber: 'A-1' }] })
  const next = await organization({ rows: [{ name: 'Plant of the next', serialNumber: 'B-1' }] })
  await first.open(page)
  return { first, next }
}

/** Signs in as the administrator of an organization in the dialog over the page. */
async function signInOver(page: Page, { users }: Organization): Promise<void> {
  await sessionOver(page).getByLabel('Username').fill(users.admin.username)
  await sessionOver(page).getByLabel('Password').fill(users.admin.password)
  await sessionOver(page).getByRole('button', { name: 'Sign in' }).click()
}

test("another user who signs in over the page never sees the previous user's data", async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[01]/)
  const { first, next } = await openAsFirst({ page, organization })
  await expect(page.getByText('Plant of the first')).toBeVisible()
  await first.endSessions()
  await noticeSessionEnd(page)
  await expect(page.getByText('Plant of the first')).toBeVisible()
  await next.fault({ path: '/api/v1/plants$', kind: 'delay', delayMs: 1_500 })
  await signInOver(page, next)
  await expect(sessionOver(page)).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: 'Loading plants' })).toBeVisible()
  await expect(page.getByText('Plant of the first')).toHaveCount(0)
  await expect(page.getByText('Plant of the next')).toBeVisible()
})

test('a tab says that another user has signed in from another tab', async ({
  page,
  context,
  organization,
  provokes,
}) => {
  provokes(/status of 40[01]/)
  const { first, next } = await openAsFirst({ page, organization })
  const second = await context.newPage()
  await second.goto('/plants')
  await expect(second.getByText('Plant of the first')).toBeVisible()
  await first.endSessions()
  await noticeSessionEnd(second)
  await expect(sessionOver(page)).toContainText('The server ended your session.')
  await signInOver(second, next)
  await expect(second.getByText('Plant of the next')).toBeVisible()
  await expect(page.getByText('Plant of the next')).toBeVisible()
  await expect(page.getByText('Someone else signed in', { exact: true })).toBeVisible()
  await expect(second.getByText('Someone else signed in', { exact: true })).toHaveCount(0)
  for (const tab of [page, second]) {
    const kept = await tab.evaluate(() => JSON.stringify(sessionStorage))
    expect(kept).toContain(next.users.admin.username)
    expect(kept).not.toContain(first.users.admin.username)
  }
})

test("one user's pending creation is never sent as the next user", async ({
  page,
  context,
  organization,
  provokes,
}) => {
  provokes(/status of 40[01]/)
  const first = await organization()
  const next = await organization()
  await first.open(page, '/plants?create=true')
  await fillNewPlant(page, { name: 'Of the first', type: 'SENSOR' })
  const second = await context.newPage()
  await second.goto('/plants')
  await expect(second.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await first.fault({ method: 'POST', path: '/api/v1/plants$', kind: 'delay', delayMs: 4_000 })
  await page.getByRole('button', { name: 'Create plant' }).click()
  await expect.poll(() => first.requests('POST', /\/plants$/)).toHaveLength(1)
  await first.endSessions()
  await second.getByRole('button', { name: 'Sign out' }).click()
  await next.fillSignIn(second)
  await expect(second.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await expect
    .poll(async () => (await first.requests('POST', /\/plants$/))[0]?.status, { timeout: 15_000 })
    .not.toBeNull()
  await second.getByRole('button', { name: 'Refresh now' }).click()
  await expect(second.getByText('There are no plants yet')).toBeVisible()
  expect(await next.requests('POST', /\/plants$/)).toHaveLength(0)
})

test('another tab can sign in when the code of the dialog is missing, and the form stays filled in', async ({
  page,
  context,
  organization,
  provokes,
}) => {
  provokes(/status of 40[014]|dynamically imported module/)
  const org = await organization()
  await page.route(/\/assets\/session-over-dialog-/, (route) => route.abort())
  provokes(/ERR_FAILED/)
  await org.open(page, '/plants?create=true')
  await page.getByLabel('Name', { exact: true }).fill('FVE Zlín')
  await org.endSessions()
  await page.getByLabel('Serial number').fill('A-1')
  await page.getByLabel('Type').selectOption('SENSOR')
  await page.getByRole('button', { name: 'Create plant' }).click()
  await expect(page.getByText('Your session is over')).toBeVisible()
  const second = await context.newPage()
  await org.open(second, '/sign-in?redirect=/plants')
  await expect(page.getByText('Your session is over')).toHaveCount(0)
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('FVE Zlín')
})

test('signing in works while the browser blocks storage', async ({ page, organization }) => {
  const org = await organization({ plants: 1 })
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
    }
  })
  await org.open(page)
  await expect(page.getByText('1–1 of 1')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})
