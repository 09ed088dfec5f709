import type { Page } from '@playwright/test'
import { button, confirmButton, unknownOutcome } from '../support/dialogs'
import { changeBodies, changeRequest, changes } from '../support/edit-plant'
import { expect, test } from '../support/fixtures'
import { everyAttempt } from '../support/lost-responses'
import type { Organization } from '../support/organization'
import { expectNoViolations } from '../support/violations'

const dialog = (page: Page) =>
  page.getByRole('alertdialog', { name: 'Move to another organization' })
const nameOf = ({ id }: Organization) => `Test ${id.slice(0, 8)}`
const field = (page: Page, label: string) => dialog(page).getByLabel(label, { exact: true })

test('moving requires the serial number, and removes the plant from the list', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[04]/)
  const id = crypto.randomUUID()
  const row = { id, name: 'FVE Tábor', serialNumber: 'M-1', authMethod: 'TOKEN' }
  const org = await organization({ rows: [row] })
  await org.addGroups(id, ['West', 'North'])
  const other = await organization()
  const bodies = changeBodies(page)
  await org.open(page, `/plants/${id}`, 'superadmin')
  await button(page, 'Edit').click()
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Other')
  const move = button(page, 'Move to another organization…')
  await expect(move).toHaveAccessibleDescription('Save or discard what you have changed first.')
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('FVE Tábor')
  await move.click()
  await expect(field(page, 'Organization')).toBeFocused()
  for (const text of [
    'FVE Tábor',
    'M-1',
    `${nameOf(org)} ${org.id}`,
    /groups: North, West|groups: West, North/,
  ]) {
    await expect(dialog(page)).toContainText(text)
  }
  await field(page, 'Organization').fill('elsewhere')
  await field(page, 'Serial number').fill('M-2')
  await confirmButton(page).click()
  await expect(field(page, 'Organization')).toBeFocused()
  await expect(field(page, 'Organization')).toHaveAccessibleDescription(/^Choose an organization/)
  await expect(field(page, 'Serial number')).toHaveAccessibleDescription(/Doesn’t match\./)
  await expectNoViolations(page, 'move with errors')
  await field(page, 'Organization').fill(org.id)
  await expect(field(page, 'Organization')).toHaveAccessibleDescription(/in this organization/)
  await field(page, 'Serial number').fill(' M-1 ')
  await field(page, 'Organization').fill(crypto.randomUUID())
  await confirmButton(page).click()
  await expect(field(page, 'Organization')).toHaveAccessibleDescription(
    /No organization has this ID/,
  )
  await field(page, 'Organization').fill(nameOf(other).toLowerCase())
  await expect(page.getByRole('option')).toHaveText(`${nameOf(other)} ${other.id}`)
  // Escape closes the list, not the dialog.
  await field(page, 'Organization').press('Escape')
  await expect(page.getByRole('option')).toHaveCount(0)
  await expect(field(page, 'Organization')).toBeFocused()
  await field(page, 'Organization').press('ArrowDown')
  await field(page, 'Organization').press('ArrowDown')
  await field(page, 'Organization').press('Enter')
  await expect(field(page, 'Organization')).toHaveValue(other.id)
  await expect(field(page, 'Organization')).toHaveAccessibleDescription(
    `The plant moves to ${nameOf(other)}.`,
  )
  await expectNoViolations(page, 'move by name')
  await confirmButton(page).dblclick()
  await expect(page).toHaveURL(/\/plants(\?|$)/)
  await expect(page.getByText('Plant moved')).toBeVisible()
  await expect(page.getByText(`${nameOf(other)}, ${other.id}`)).toBeVisible()
  await expect(page.getByText('There are no plants yet')).toBeVisible()
  expect(JSON.parse(bodies.at(-1) ?? '')).toEqual({ authMethod: 'TOKEN', organizationId: other.id })
  expect(bodies).toHaveLength(2)
  const moved = await other.call('GET', `/plants/${id}`)
  expect(await moved.json()).toMatchObject({ name: 'FVE Tábor', authMethod: 'TOKEN' })
})

test('only super administrators can move a plant, even if the page still offers it', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 403/)
  const id = crypto.randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'M-1' }] })
  await org.open(page, `/plants/${id}?action=edit`)
  await expect(button(page, 'Save')).toBeVisible()
  await expect(button(page, 'Move to another organization…')).toHaveCount(0)
  await page.goto(`/plants/${id}?action=move`)
  await expect(confirmButton(page)).toHaveAccessibleDescription(
    'Only super administrators can move plants.',
  )
  await button(page, 'Cancel').click()
  await button(page, 'Sign out').click()
  await org.open(page, `/plants/${id}?action=move`, 'superadmin')
  await field(page, 'Organization').fill(crypto.randomUUID())
  await field(page, 'Serial number').fill('M-1')
  await org.changeRole('superadmin', 'admin')
  await confirmButton(page).click()
  await expect(field(page, 'Organization')).toHaveAccessibleDescription(/Only a super-admin/)
  await expect(field(page, 'Serial number')).toHaveValue('M-1')
})

test('reports a concurrent change, a request that never arrived and a lost response', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|status of 404/)
  const id = crypto.randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'M-1' }] })
  const other = await organization()
  await org.open(page, `/plants/${id}?action=move`, 'superadmin')
  await field(page, 'Organization').fill(other.id)
  await field(page, 'Serial number').fill('M-1')
  await org.changePlant(id, { name: 'FVE Písek' })
  await confirmButton(page).click()
  const alerts = page.getByRole('alert')
  await expect(alerts.filter({ hasText: 'Not sent' })).toContainText('was changed while')
  await expect(dialog(page)).toContainText('FVE Písek')
  expect(await changes(org)).toHaveLength(0)
  await org.fault({ ...changeRequest, times: everyAttempt, kind: 'drop-before' })
  await confirmButton(page).click()
  await expect(unknownOutcome(page).getByRole('status')).toContainText('Not completed as of')
  await org.clearFaults()
  await button(page, 'Back to the form').click()
  await org.fault({ ...changeRequest, times: everyAttempt, kind: 'drop-after' })
  await confirmButton(page).click()
  await expect(alerts.filter({ hasText: 'Outcome unknown' })).toContainText(
    'The plant is no longer available here. It was moved or deleted.',
  )
  expect((await other.call('GET', `/plants/${id}`)).status()).toBe(200)
})

test('moving a plant without a serial number requires its ID, and shows its current state', async ({
  page,
  organization,
}) => {
  const id = crypto.randomUUID()
  const state = { lifecycleStatus: 'SUSPENDED', status: 'OFFLINE', lastSeenAt: null }
  const row = { id, name: 'FVE Tábor', serialNumber: '   ', authMethod: 'X509', ...state }
  const org = await organization({ rows: [row] })
  await org.open(page, `/plants/${id}?action=move`, 'superadmin')
  await field(page, 'Organization').fill(crypto.randomUUID().toUpperCase())
  for (const text of ['Suspended', 'Offline', 'never', 'authentication method cannot be sent']) {
    await expect(dialog(page)).toContainText(text)
  }
  await confirmButton(page).click()
  await expect(field(page, 'Plant ID')).toHaveAccessibleDescription(/Doesn’t match/)
  await field(page, 'Plant ID').fill('   ')
  await confirmButton(page).click()
  expect(await changes(org)).toHaveLength(0)
})

test('moving takes an ID where the server does not list organizations', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/)
  const id = crypto.randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'M-1' }] })
  const other = await organization()
  const body = { code: 'NOT_FOUND', message: 'Cannot GET /organizations' }
  await org.fault({ path: '/organizations$', kind: 'response', status: 404, body, times: 100 })
  await org.open(page, `/plants/${id}?action=move`, 'superadmin')
  await expect(field(page, 'Organization')).toHaveAccessibleDescription(
    'ID of the organization to move the plant to.',
  )
  await field(page, 'Organization').fill(nameOf(other))
  await field(page, 'Serial number').fill('M-1')
  await confirmButton(page).click()
  await expect(field(page, 'Organization')).toHaveAccessibleDescription(/Not a valid UUID\./)
  await expect(page.getByRole('option')).toHaveCount(0)
  await field(page, 'Organization').fill(` ${other.id} `)
  await confirmButton(page).click()
  await expect(page.getByText('Plant moved')).toBeVisible()
  expect((await other.call('GET', `/plants/${id}`)).status()).toBe(200)
})

test('moving takes the exact name of an organization', async ({ page, organization, provokes }) => {
  // The plant is no longer here.
  provokes(/status of 404/)
  const id = crypto.randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'M-1' }] })
  const other = await organization()
  await org.open(page, `/plants/${id}?action=move`, 'superadmin')
  await field(page, 'Serial number').fill('M-1')
  await field(page, 'Organization').fill(nameOf(org))
  await confirmButton(page).click()
  await expect(field(page, 'Organization')).toHaveAccessibleDescription(
    /^The plant is already in this organization\./,
  )
  await field(page, 'Organization').fill(` ${nameOf(other).toUpperCase()} `)
  await expect(field(page, 'Organization')).toHaveAccessibleDescription(
    `The plant moves to ${nameOf(other)}.`,
  )
  await confirmButton(page).click()
  await expect(page.getByText(`${nameOf(other)}, ${other.id}`)).toBeVisible()
  expect((await other.call('GET', `/plants/${id}`)).status()).toBe(200)
})
