import { openExportedAlerts } from '../support/exported-alerts'
import { expect, test } from '../support/fixtures'
import { csvLines, saveWith, sheetsOf } from '../support/saved-files'
import { expectNoViolations } from '../support/violations'

test('writes the file on the page when the worker can’t be loaded', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/table-worker|ERR_FAILED/)
  await page.route(/table-worker/, (route) => route.abort())
  await openExportedAlerts(page, organization)
  const { Alerts: rows } = sheetsOf(await saveWith(page, 'Export Excel'))
  expect(rows).toHaveLength(4)
})

test('shows the progress of a slow export, and stops it on Cancel', async ({
  page,
  organization,
}) => {
  let isHeld = true
  let files = 0
  let releaseCode = () => {}
  const codeReleased = new Promise<void>((resolve) => (releaseCode = resolve))
  page.on('download', () => (files += 1))
  await page.route(/write-table/, async (route) => {
    await codeReleased
    await route.continue()
  })
  await page.route(/table-worker/, (route) => (isHeld ? undefined : route.continue()))
  await openExportedAlerts(page, organization)
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await expect(page.getByRole('progressbar', { name: 'CSV export' })).toBeVisible()
  await expect(page.getByText('Preparing…')).toBeVisible()
  releaseCode()
  await expect(page.getByText('0 of 3 rows')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Export Excel' })).toHaveAccessibleDescription(
    'An export is in progress.',
  )
  await expectNoViolations(page, 'progress of an export')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Export CSV' })).toBeFocused()
  isHeld = false
  await saveWith(page, 'Export Excel')
  expect(files).toBe(1)
})

test('writes the file on the page behind a Content-Security-Policy without the worker’s policy', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/Content.Security.Policy|TrustedTypePolicy/i)
  await page.route(/\/alerts$/, async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    const policy = response.headers()['content-security-policy'] ?? ''
    const older = policy.replace('trusted-types plantdeck-worker', "trusted-types 'none'")
    expect(older).not.toBe(policy)
    return route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': older },
    })
  })
  await openExportedAlerts(page, organization)
  await page.reload()
  const lines = csvLines(await saveWith(page, 'Export CSV'))
  expect(lines).toHaveLength(11)
})
