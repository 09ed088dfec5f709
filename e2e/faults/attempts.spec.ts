import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { alertWith, button, confirmButton, openDialog, unknownOutcome } from '../support/dialogs'
import { changeRequest, changes } from '../support/edit-plant'
import { expect, test } from '../support/fixtures'
import { everyAttempt } from '../support/lost-responses'
import { onePlant } from '../support/one-plant'

const activePlant = (fields: Record<string, unknown> = {}) =>
  onePlant({ name: 'FVE Tábor', serialNumber: 'A-1', ...fields })

const plantPath = /\/plants\/[\da-f-]+$/

test('a held Enter or a double click does not confirm "Send now?"', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 401/)
  const { id, rows } = activePlant()
  const org = await organization({ rows })
  const posts = () => org.requests('POST', /\/provision$/)
  const body = { code: 'UNAUTHORIZED', message: 'Token expired' }
  const refused = {
    path: '/provision$',
    method: 'POST',
    kind: 'response',
    status: 401,
    body,
  } as const
  await org.fault({ ...refused, times: 2 })
  await org.open(page, `/plants/${id}/security?action=provision`)
  await expect(confirmButton(page)).not.toHaveAttribute('aria-disabled')
  await confirmButton(page).focus()
  await page.keyboard.down('Enter')
  await expect(async () => {
    await page.keyboard.down('Enter')
    await expect(alertWith(page, 'Send now?')).toBeVisible({ timeout: 100 })
  }).toPass()
  await expect(alertWith(page, 'Send now?')).toBeFocused()
  // A key press that began before the question must not answer it, even with the focus on its button.
  await button(page, 'Send now').focus()
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(button(page, 'Send now')).not.toHaveAttribute('aria-busy')
  expect(await posts()).toHaveLength(1)
  await button(page, 'Send now').dblclick()
  await expect(alertWith(page, 'Send now?')).toBeFocused()
  expect(await posts()).toHaveLength(2)
  await button(page, 'Send now').press('Enter')
  await expect(button(page, 'I have stored it')).toBeVisible()
  expect(await posts()).toHaveLength(3)
})

for (const { what, action, submit, role, fill } of [
  {
    what: 'an edit',
    action: 'edit',
    submit: 'Save',
    role: 'admin',
    fill: (page: Page) => openDialog(page).getByLabel('Name', { exact: true }).fill('Mine'),
  },
  {
    what: 'a move',
    action: 'move',
    submit: 'Move plant',
    role: 'superadmin',
    fill: async (page: Page) => {
      await openDialog(page).getByRole('combobox', { name: 'Organization' }).fill(randomUUID())
      await openDialog(page).getByLabel('Serial number').fill('A-1')
    },
  },
] as const) {
  test(`ignores reads from before the end of ${what} when checking its outcome`, async ({
    page,
    organization,
    provokes,
  }) => {
    provokes(/status of 500/)
    const { id, rows } = activePlant()
    const org = await organization({ rows })
    const reads = () => org.countRequests('GET', plantPath)
    await org.open(page, `/plants/${id}?action=${action}`, role)
    await fill(page)
    await org.fault({ ...changeRequest, kind: 'error-before', times: everyAttempt, delayMs: 9_000 })
    await button(page, submit).click()
    await expect.poll(() => changes(org)).toHaveLength(1)
    const before = await reads()
    await expect(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
      expect(await reads()).toBeGreaterThan(before)
    }).toPass()
    await org.fault({
      path: plantPath.source,
      method: 'GET',
      kind: 'delay',
      delayMs: 4_000,
      times: 9,
    })
    await expect(unknownOutcome(page).getByRole('status')).toContainText('Checking the plant')
    await expect(unknownOutcome(page).getByRole('status')).toContainText('Not completed as of')
  })

  test(`going back from ${what} with an unknown outcome leaves a message`, async ({
    page,
    organization,
    provokes,
  }) => {
    provokes(/status of 500/)
    const { id, rows } = activePlant()
    const org = await organization({ rows })
    await org.open(page, `/plants/${id}`, role)
    await button(page, 'Edit').click()
    if (action === 'move') await button(page, 'Move to another organization…').click()
    await fill(page)
    await org.fault({ ...changeRequest, kind: 'error-before', times: everyAttempt })
    await button(page, submit).click()
    await expect(unknownOutcome(page).getByRole('status')).toContainText('Not completed as of')
    await button(page, 'Back to the form').click()
    await expect(alertWith(page, 'Outcome unknown')).toHaveCount(0)
    await button(page, submit).click()
    await expect(unknownOutcome(page)).toBeVisible()
    await page.goBack()
    await expect(openDialog(page)).toHaveCount(0)
    await expect(alertWith(page, 'Outcome unknown')).toContainText(
      'FVE Tábor was sent, but the server',
    )
  })
}

test('going back from an action with an unknown outcome leaves a message unless it is known to be completed', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const { id, rows } = activePlant()
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}`)
  const fault = { path: '/suspend$', method: 'POST', times: 1 } as const
  await org.fault({ ...fault, kind: 'error-before' })
  await button(page, 'Suspend').click()
  await confirmButton(page).click()
  await expect(unknownOutcome(page)).toContainText('Not completed as of')
  await page.goBack()
  await expect(openDialog(page)).toHaveCount(0)
  const message = alertWith(page, 'Outcome unknown')
  await expect(message).toContainText(
    'Suspending FVE Tábor was sent, but the server reported an error (HTTP 500).',
  )
  await message.getByRole('button', { name: 'Dismiss' }).click()
  await org.fault({ ...fault, kind: 'error-after' })
  await button(page, 'Suspend').click()
  await confirmButton(page).click()
  await expect(unknownOutcome(page)).toContainText('Completed')
  await page.goBack()
  await expect(openDialog(page)).toHaveCount(0)
  await expect(button(page, 'Reactivate')).not.toHaveAttribute('aria-disabled')
  await expect(message).toHaveCount(0)
})
