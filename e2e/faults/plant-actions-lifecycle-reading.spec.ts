import { openConfirmation } from '../support/confirmations'
import { button, confirmButton, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'

test('disables confirming while the plant cannot be loaded', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const { id, rows } = onePlant()
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}`)
  await expect(page.getByRole('heading', { name: 'BESS Chomutov' })).toBeVisible()
  await org.fault({ path: `/plants/${id}$`, method: 'GET', kind: 'error-before', times: 30 })
  await button(page, 'Suspend').click()
  await expect(confirmButton(page)).toHaveAttribute('aria-disabled', 'true')
  const words = 'Couldn’t load the plant'
  await expect(openDialog(page).getByRole('status').filter({ hasText: words })).toBeVisible()
  await expect(confirmButton(page)).toHaveAccessibleDescription(`${words}. Reload it to continue.`)
  await org.clearFaults()
  await button(page, 'Reload').click()
  await expect(confirmButton(page)).not.toHaveAttribute('aria-disabled')
  await expect(openDialog(page).getByText(words)).toHaveCount(0)
})

test('disables confirming when the shown state is more than ten seconds old', async ({
  page,
  organization,
}) => {
  const { id, rows } = onePlant()
  const org = await organization({ rows })
  await org.takeClock(page)
  await org.open(page, `/plants/${id}?action=suspend`)
  await expect(confirmButton(page)).not.toHaveAttribute('aria-disabled')
  const slow = { kind: 'delay', delayMs: 8_000, times: 30 } as const
  await org.fault({ path: `/plants/${id}$`, method: 'GET', ...slow })
  await page.clock.runFor(12_000)
  await expect(openDialog(page)).toContainText('This state is more than 10 s old')
  await expect(confirmButton(page)).toHaveAttribute('aria-disabled', 'true')
})

test('shows that the plant was suspended meanwhile, and disables suspending it again', async ({
  page,
  organization,
}) => {
  const plant = { status: 'ONLINE' }
  const { id, org } = await openConfirmation({ page, organization }, 'suspend', { plant })
  await expect(openDialog(page)).toContainText('The plant is disconnected immediately')
  await expect(confirmButton(page)).not.toHaveAttribute('aria-disabled')
  await org.changePlant(id, { lifecycleStatus: 'SUSPENDED', status: 'OFFLINE' })
  await expect(openDialog(page)).toContainText('The plant has changed')
  await expect(openDialog(page)).toContainText('Lifecycle: Active, now Suspended')
  await expect(openDialog(page)).toContainText('Connection: Online, now Offline')
  await expect(confirmButton(page)).toHaveAccessibleDescription('The plant is already suspended.')
})

test('shows that the plant was deleted meanwhile', async ({ page, organization, provokes }) => {
  provokes(/status of 404/)
  const { id, org } = await openConfirmation({ page, organization }, 'suspend')
  await expect(confirmButton(page)).not.toHaveAttribute('aria-disabled')
  await org.call('DELETE', `/plants/${id}`)
  await confirmButton(page).click()
  await expect(openDialog(page)).toContainText('Plant not found')
  await button(page, 'Go to Plants').first().click()
  await expect(page.getByText('There are no plants yet')).toBeVisible()
})
