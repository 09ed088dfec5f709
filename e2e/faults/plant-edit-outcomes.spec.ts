import type { Page } from '@playwright/test'
import { alertWith, button, unknownOutcome } from '../support/dialogs'
import { changeRequest, changes, editDialog, editField, openEditForm } from '../support/edit-plant'
import { expect, test } from '../support/fixtures'
import { everyAttempt, lostResponses } from '../support/lost-responses'
import type { PageFixtures } from '../support/organization'
import { afterRetries } from '../support/refresh'

const conflict = (page: Page) => page.getByRole('dialog', { name: 'The plant has changed' })
const always = { ...changeRequest, times: everyAttempt } as const

/** Opens the edit form of a plant that authenticates with a token, in an organization with a second plant. */
const openForm = (fixtures: PageFixtures) =>
  openEditForm(fixtures, {
    plant: { type: 'GATEWAY', authMethod: 'TOKEN' },
    otherPlants: [{ name: 'Twin', serialNumber: 'O-2' }],
  })

test("shows another user's changes beside mine, and can save my version over them", async ({
  page,
  organization,
}) => {
  const { id, org, read } = await openForm({ page, organization })
  await editField(page, 'Name').fill('Mine')
  await org.call('PATCH', `/plants/${id}`, 'admin', {
    name: 'Theirs',
    type: 'SENSOR',
    metadata: { hall: 4 },
  })
  await button(page, 'Save').click()
  const rows = conflict(page).getByRole('row')
  await expect(rows.filter({ hasText: 'Name' })).toContainText(/FVE Tábor.*Theirs.*Mine/)
  await expect(rows.filter({ hasText: 'Type' })).toContainText(/Gateway.*Sensor.*not changed/)
  await expect(rows.filter({ hasText: 'Metadata' })).toContainText('{"hall":4}')
  expect(await changes(org)).toHaveLength(1)
  await button(page, 'Back to the form').click()
  await expect(editField(page, 'Name')).toHaveValue('Mine')
  await expect(editField(page, 'Name')).toBeFocused()
  await button(page, 'Save').click()
  await expect(rows.filter({ hasText: 'Name' })).toContainText('Theirs')
  // The plant changes again before saving, so the conflict is shown again.
  await org.call('PATCH', `/plants/${id}`, 'admin', { name: 'Theirs, too' })
  await button(page, 'Save my version').click()
  await expect(rows.filter({ hasText: 'Name' })).toContainText('Theirs, too')
  await button(page, 'Save my version').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mine')
  expect(await read()).toMatchObject({
    name: 'Mine',
    type: 'SENSOR',
    authMethod: 'TOKEN',
    metadata: { hall: 4 },
  })
})

test('keeping their version preserves my changes to other fields', async ({
  page,
  organization,
}) => {
  const { id, org, read } = await openForm({ page, organization })
  await editField(page, 'Name').fill('Mine')
  await editField(page, 'External plant ID').fill('ESM-1')
  await org.call('PATCH', `/plants/${id}`, 'admin', { name: 'Theirs', authMethod: 'PASSWORD' })
  await button(page, 'Save').click()
  await button(page, 'Keep their version').click()
  await expect(editField(page, 'Name')).toHaveValue('Theirs')
  await expect(editField(page, 'Authentication method')).toHaveValue('PASSWORD')
  await expect(editField(page, 'External plant ID')).toHaveValue('ESM-1')
  await button(page, 'Save').click()
  await expect(page.getByText('Saved')).toBeVisible()
  expect(await read()).toMatchObject({
    name: 'Theirs',
    authMethod: 'PASSWORD',
    externalPlantId: 'ESM-1',
  })
})

test('new telemetry or an identical change by another user is not a conflict', async ({
  page,
  organization,
}) => {
  const { id, org, read } = await openForm({ page, organization })
  await editField(page, 'Name').fill('Mine')
  const now = new Date().toISOString()
  await org.changePlant(id, { status: 'ONLINE', lastSeenAt: now, updatedAt: now })
  await button(page, 'Save').click()
  await expect(page.getByText('Saved')).toBeVisible()
  expect(await read()).toMatchObject({ name: 'Mine' })
  await button(page, 'Edit').click()
  await editField(page, 'Name').fill('The same')
  await org.call('PATCH', `/plants/${id}`, 'admin', { name: 'The same', authMethod: 'TOKEN' })
  await button(page, 'Save').click()
  await expect(page.getByText('The server already has these values.')).toBeVisible()
  expect(await changes(org)).toHaveLength(2)
})

test('warns about fields that the server changed in addition', async ({ page, organization }) => {
  const { org, read } = await openForm({ page, organization })
  const body = { ...(await read()), name: 'Mine', authMethod: 'MTLS', templateId: null }
  await org.fault({ ...changeRequest, kind: 'response', status: 200, body })
  await editField(page, 'Name').fill('Mine')
  await button(page, 'Save').click()
  const warning = alertWith(page, 'The plant was saved differently than sent')
  await expect(warning).toContainText('Authentication method: expected Token, got MTLS.')
  await expect(warning).not.toContainText('Name')
  await expect(editDialog(page)).toHaveCount(0)
})

test('shows a refusal at the field it concerns', async ({ page, organization, provokes }) => {
  provokes(/status of 40[04]/)
  const { org } = await openForm({ page, organization })
  await editField(page, 'Serial number').fill('O-2')
  await button(page, 'Save').click()
  await expect(editField(page, 'Serial number')).toHaveAccessibleDescription(/Already taken/)
  await expect(editField(page, 'Serial number')).toBeFocused()
  await expect(page.getByRole('button', { name: 'Open “Twin”' })).toBeVisible()
  await editField(page, 'Serial number').fill('O-3')
  await expect(editField(page, 'Serial number')).not.toHaveAccessibleDescription(/Already taken/)
  const refusal = { code: 'PLANT_NOT_FOUND', message: 'Referenced template not found' }
  const body = { ...refusal, details: ['templateId: No template has this ID', 'weather: is bad'] }
  await org.fault({ ...changeRequest, kind: 'response', status: 404, body })
  await button(page, 'Save').click()
  await expect(editField(page, 'Template')).toHaveAccessibleDescription(/No template has this ID/)
  const alert = editDialog(page).getByRole('alert').filter({ hasText: 'was refused' })
  await expect(alert).toContainText('weather: is bad')
  await expect(page.getByText('Plant not found')).toHaveCount(0)
})

test('sends no change to a plant that was deleted meanwhile', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/)
  const { id, org } = await openForm({ page, organization })
  await editField(page, 'Name').fill('Mine')
  await org.call('DELETE', `/plants/${id}`)
  await button(page, 'Save').click()
  await expect(alertWith(page, 'Saving FVE Tábor: not sent')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go to Plants' })).toBeVisible()
  expect(await changes(org)).toHaveLength(0)
})

for (const { kind, what } of lostResponses) {
  test(`detects that a change ${what} was saved`, async ({ page, organization, provokes }) => {
    provokes(/ERR_|status of 500/)
    const { org } = await openForm({ page, organization })
    await org.fault({ ...always, kind })
    await editField(page, 'Name').fill('Mine')
    await button(page, 'Save').click()
    await expect(unknownOutcome(page)).toContainText('It may or may not have been completed.')
    await expect(unknownOutcome(page).getByRole('status')).toContainText(
      'Completed: the plant has the values',
    )
    await button(page, 'Close').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mine')
  })
}

test('detects that a change never arrived, and can save it again', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|status of 50/)
  const { org } = await openForm({ page, organization })
  await org.fault({ ...always, kind: 'drop-before' })
  await editField(page, 'Name').fill('Mine')
  await button(page, 'Save').click()
  await expect(unknownOutcome(page).getByRole('status')).toContainText('Not completed as of')
  await expect(unknownOutcome(page).getByRole('row').nth(1)).toContainText(/Name.*Mine.*FVE Tábor/)
  await page.keyboard.press('Escape')
  await org.fault({ path: '/plants/[\\da-f-]+$', method: 'GET', kind: 'error-before', times: 3 })
  await button(page, 'Check again').click()
  await expect(unknownOutcome(page).getByRole('status')).toContainText(
    'Couldn’t load the plant',
    afterRetries,
  )
  await org.clearFaults()
  await button(page, 'Check again').click()
  await expect(unknownOutcome(page).getByRole('status')).toContainText('Not completed as of')
  await button(page, 'Back to the form').click()
  await expect(editField(page, 'Name')).toHaveValue('Mine')
  await button(page, 'Save').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mine')
})

test('detects that a change was saved although its repetition was refused', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  await openForm({ page, organization })
  const refusal = { code: 'VALIDATION_ERROR', message: 'Sent twice' }
  await page.route(/\/plants\/[\da-f-]+$/, async (route) => {
    if (route.request().method() !== 'PATCH') return route.fallback()
    await route.fetch()
    await route.fulfill({ status: 400, json: { statusCode: 400, ...refusal } })
  })
  await editField(page, 'Name').fill('Mine')
  await button(page, 'Save').click()
  const found = page.getByRole('dialog', { name: 'Refused, but changed' })
  await expect(found.getByRole('alert')).toContainText('Sent twice')
  await expect(found.getByRole('status')).toContainText(
    /The plant was changed anyway: the plant has the values.*, as of [-\d]+ [:\d]+/,
  )
  await button(page, 'Close').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mine')
})

test('shows a conflict found after an attempt that was refused', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  const { id, org } = await openForm({ page, organization })
  const body = { code: 'VALIDATION_ERROR', message: 'The name is reserved' }
  await org.fault({ ...changeRequest, kind: 'response', status: 400, body })
  const refusal = editDialog(page).getByRole('alert').filter({ hasText: 'The name is reserved' })
  await editField(page, 'Name').fill('Mine')
  await button(page, 'Save').click()
  await expect(refusal).toBeVisible()
  await org.call('PATCH', `/plants/${id}`, 'admin', { name: 'Theirs', authMethod: 'TOKEN' })
  await button(page, 'Save').click()
  await expect(conflict(page)).toContainText('Theirs')
  await button(page, 'Back to the form').click()
  await editField(page, 'Name').fill('FVE Tábor')
  await button(page, 'Save').click()
  await expect(editDialog(page)).toContainText('There are no changes to save.')
  await expect(refusal).toHaveCount(0)
})
