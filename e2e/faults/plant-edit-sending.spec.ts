import { alertWith, button, sessionOver } from '../support/dialogs'
import { changeRequest, changes, editField, openEditForm } from '../support/edit-plant'
import { expect, test } from '../support/fixtures'
import { everyAttempt } from '../support/lost-responses'

test('a double click or a held Enter sends only one change', async ({ page, organization }) => {
  const { id, org } = await openEditForm({ page, organization })
  await org.fault({ ...changeRequest, kind: 'delay', delayMs: 400, times: 9 })
  await editField(page, 'Name').fill('By click')
  await button(page, 'Save').dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('By click')
  expect(await changes(org)).toHaveLength(1)
  await page.goto(`/plants/${id}?action=edit`)
  await editField(page, 'Name').fill('By key')
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('By key')
  expect(await changes(org)).toHaveLength(2)
})

test('sends nothing and keeps the form while offline or when the plant cannot be read', async ({
  page,
  context,
  organization,
  provokes,
}) => {
  provokes(/ERR_INTERNET_DISCONNECTED/, /status of 500/)
  const { org } = await openEditForm({ page, organization })
  await editField(page, 'Name').fill('Mine')
  await context.setOffline(true)
  await button(page, 'Save').click()
  await expect(alertWith(page, 'Not sent')).toContainText('Couldn’t reach the server')
  await context.setOffline(false)
  await org.fault({ ...changeRequest, method: 'GET', kind: 'error-before', times: 3 })
  await button(page, 'Save').click()
  await expect(alertWith(page, 'Not sent')).toContainText('The server failed')
  expect(await changes(org)).toHaveLength(0)
  await org.clearFaults()
  await expect(editField(page, 'Name')).toHaveValue('Mine')
  await button(page, 'Save').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mine')
  expect(await changes(org)).toHaveLength(1)
})

test('reports missing permission and too many requests, and keeps the form', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 403/, /status of 429/)
  const { org } = await openEditForm({ page, organization })
  await editField(page, 'Name').fill('Mine')
  await org.changeRole('admin', 'support')
  await button(page, 'Save').click()
  await expect(alertWith(page, 'Saving the plant was refused')).toBeVisible()
  await expect(editField(page, 'Name')).toHaveValue('Mine')
  await org.changeRole('admin', 'admin')
  const body = { code: 'TOO_MANY_REQUESTS', message: 'Too many requests' }
  await org.fault({ ...changeRequest, kind: 'response', status: 429, body })
  await button(page, 'Save').click()
  await expect(alertWith(page, 'Saving the plant was refused')).toContainText(
    'Try again in a moment.',
  )
  await button(page, 'Save').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mine')
})

test('reports an unknown outcome even after Back', async ({ page, organization, provokes }) => {
  provokes(/status of 500/)
  const id = crypto.randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'S-4' }] })
  await org.open(page, `/plants/${id}`)
  await button(page, 'Edit').click()
  await editField(page, 'Name').fill('Mine')
  await org.fault({ ...changeRequest, kind: 'error-after', delayMs: 1_500, times: everyAttempt })
  await button(page, 'Save').click()
  await expect(button(page, 'Cancel')).toHaveAccessibleDescription('The plant is being saved.')
  await expect.poll(() => changes(org)).toHaveLength(1)
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(alertWith(page, 'Outcome unknown')).toContainText('Saving FVE Tábor was sent')
})

test('a form with changes survives an expired session', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[01]/)
  const { org } = await openEditForm({ page, organization }, { accessTokenSeconds: 2 })
  await editField(page, 'Name').fill('Mine')
  await org.endSessions()
  const over = sessionOver(page)
  await expect(async () => {
    if (!(await over.isVisible())) await button(page, 'Save').click({ timeout: 500 })
    await expect(over).toBeVisible({ timeout: 500 })
  }).toPass()
  await over.getByLabel('Password').fill(org.users.admin.password)
  await over.getByRole('button', { name: 'Sign in' }).click()
  await expect(over).toHaveCount(0)
  await expect(editField(page, 'Name')).toHaveValue('Mine')
  await button(page, 'Save').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mine')
})

test('scrolls the result of saving into view on a phone @phone', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 403/)
  const { id, org } = await openEditForm({ page, organization })
  await button(page, 'Save').click()
  await expect(page.getByText('There are no changes to save.')).toBeInViewport()
  await editField(page, 'Name').fill('Mine')
  await org.call('PATCH', `/plants/${id}`, 'admin', { name: 'Theirs' })
  await button(page, 'Save').click()
  await expect(page.getByText('This plant was changed while this form was open')).toBeInViewport({
    ratio: 1,
  })
  const body = { code: 'FORBIDDEN', message: 'Your role may not change plants' }
  await org.fault({ ...changeRequest, kind: 'response', status: 403, body })
  await button(page, 'Save my version').click()
  await expect(alertWith(page, 'Saving the plant was refused')).toBeInViewport({ ratio: 1 })
})
