import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { confirmButton, typedSerialNumber } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { fillNewPlant } from '../support/new-plant'

/** Makes the next POST to an address return 429 with a Retry-After of 57 s. */
async function askForPause(page: Page, url: RegExp): Promise<void> {
  let isDone = false
  await page.route(url, (route) => {
    if (isDone || route.request().method() !== 'POST') return route.fallback()
    isDone = true
    const json = { code: 'TOO_MANY_REQUESTS', message: 'Slow down' }
    return route.fulfill({ status: 429, headers: { 'retry-after': '57' }, json })
  })
}

/** Expects a countdown that disables a button until it ends, without an announcement every second. */
async function expectCountdown(page: Page, button: string): Promise<void> {
  const alert = page.getByRole('alert').filter({ hasText: 'Try again in' })
  const retry = page.getByRole('button', { name: button })
  await expect(alert).toContainText(/Try again in 5[67] s\./)
  await expect(alert.getByRole('timer')).toHaveAttribute('aria-live', 'off')
  await expect(retry).toHaveAttribute('aria-disabled', 'true')
  await expect(retry).toHaveAccessibleDescription(/Try again in 5\d s\./)
  await page.clock.runFor(20_000)
  await expect(alert).toContainText(/Try again in 3\d s\./)
  await page.clock.runFor(40_000)
  await expect(page.getByText('You can try again now.')).toBeVisible()
  await expect(page.getByText('Try again in')).toHaveCount(0)
  await expect(retry).not.toHaveAttribute('aria-disabled')
}

test.beforeEach(({ provokes }) => provokes(/status of 429/))

test('signing in counts down to the next attempt, then Enter works', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  await org.takeClock(page)
  await page.goto('/sign-in?redirect=/plants')
  await askForPause(page, /\/token$/)
  await org.fillSignIn(page)
  await expectCountdown(page, 'Sign in')
  await page.getByLabel('Password').fill(org.users.admin.password)
  await page.getByLabel('Password').press('Enter')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
})

test('a form and a confirmation count down, and keep the typed text', async ({
  page,
  organization,
}) => {
  const id = randomUUID()
  const plant = { id, name: 'FVE Zlín', serialNumber: 'W-1', lifecycleStatus: 'ACTIVE' }
  const org = await organization({ rows: [plant] })
  await org.takeClock(page)
  await org.open(page, '/plants?create=true')
  await fillNewPlant(page, { name: 'FVE Brno', serialNumber: 'W-2' })
  await askForPause(page, /\/api\/v1\/plants$/)
  await page.getByRole('button', { name: 'Create plant' }).click()
  await expectCountdown(page, 'Create plant')
  await page.getByRole('button', { name: 'Create plant' }).click()
  await expect(page.getByRole('heading', { name: 'FVE Brno' })).toBeVisible()

  await page.goto(`/plants/${id}/security?action=revoke`)
  await typedSerialNumber(page).fill('W-1')
  await askForPause(page, /\/revoke$/)
  await confirmButton(page).click()
  await expectCountdown(page, 'Revoke plant')
  await confirmButton(page).click()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})
