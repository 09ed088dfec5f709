import type { Page } from '@playwright/test'
import { confirmButton } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { fromNow, hourMs, minuteMs } from '../support/instants'
import { onePlant } from '../support/one-plant'
import type { NewOrganization } from '../support/organization'

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'device’s clock' })

/** Creates a plant that was last seen 30 minutes ago and whose certificate is valid for 90 more minutes. */
async function createPlant(organization: NewOrganization) {
  const { id, rows } = onePlant({
    serialNumber: 'C-1',
    authMethod: 'MTLS',
    status: 'ONLINE',
    lastSeenAt: fromNow(-30.5 * minuteMs),
    certificateExpiresAt: fromNow(1.5 * hourMs),
  })
  return { id, org: await organization({ rows }) }
}

for (const [aheadMs, words] of [
  [3 * hourMs, '3 hours ahead'],
  [-3 * hourMs, '3 hours behind'],
] as const) {
  test(`a device whose clock is ${words} shows the server's time, and a notice that can be dismissed`, async ({
    page,
    organization,
  }) => {
    const { id, org } = await createPlant(organization)
    await page.clock.install({ time: Date.now() + aheadMs })
    await org.open(page, '/plants')
    const row = page.getByRole('row').filter({ hasText: 'C-1' })
    await expect(row).toContainText(/in 1.h/)
    await expect(row).toContainText(/3\d.min ago/)
    await expect(page.getByText(/^Updated (now|\d+.s ago)/)).toBeVisible()
    await expect(notice(page)).toContainText(
      `Your device’s clock is ${words}. Plantdeck uses the server’s time.`,
    )
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(notice(page)).toHaveCount(0)
    await row.getByRole('link').click()
    await page.getByRole('link', { name: 'Security' }).click()
    await expect(page.getByText(/Expired/)).toHaveCount(0)
    await expect(page.getByRole('definition').filter({ hasText: /in 1.h/ })).toBeVisible()
    await expect(notice(page)).toHaveCount(0)

    // A confirmation measures the age of its data by the same clock.
    await page.goto(`/plants/${id}?action=suspend`)
    const confirm = confirmButton(page)
    await expect(confirm).not.toHaveAttribute('aria-disabled')
    await confirm.click()
    await expect(page.getByText('Suspended', { exact: true }).first()).toBeVisible()
  })
}

test("uses the device's clock when the server sends no time", async ({ page, organization }) => {
  const { org } = await createPlant(organization)
  await org.takeClock(page, { time: Date.now() + 3 * hourMs })
  await org.open(page, '/plants')
  await expect(page.getByRole('row').filter({ hasText: 'C-1' })).toContainText(/expired 1.h ago/)
  await expect(notice(page)).toHaveCount(0)
})
