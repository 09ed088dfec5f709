import { button, confirmButton, openDialog, typedSerialNumber } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'

const path = (id: string, step: string) => new RegExp(`/plants/${id}/${step}$`)

test('suspending disconnects a live plant, and reactivating lets it reconnect', async ({
  page,
  organization,
}) => {
  const { id, rows } = onePlant({ lifecycleStatus: 'PENDING' })
  const org = await organization({ rows })
  await org.connectPlant(id)
  await org.open(page, `/plants/${id}`)
  const main = page.getByRole('main')
  await expect(main).toContainText('Online')
  await button(page, 'Suspend').click()
  const dialog = page.getByRole('dialog', { name: 'Suspend BESS Chomutov?' })
  await expect(dialog).toContainText(/LC-1.*Active.*Last seen.*Online/s)
  await expect(dialog).toContainText('The plant is disconnected immediately')
  await confirmButton(page).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Suspended BESS Chomutov')).toBeVisible()
  await expect(main).toContainText('Offline')
  await expect(button(page, 'Suspend')).toHaveAccessibleDescription(
    'The plant is already suspended.',
  )

  await button(page, 'Reactivate').click()
  await expect(openDialog(page)).toContainText(
    'The plant can connect again with its current credentials.',
  )
  await confirmButton(page).click()
  await expect(page.getByText('Reactivated BESS Chomutov')).toBeVisible()
  await org.connectPlant(id)
  await button(page, 'Refresh now').click()
  await expect(main).toContainText('Online')
  await org.disconnectPlant(id)
})

test('revoking offers to suspend instead, and requires the serial number', async ({
  page,
  organization,
}) => {
  const { id, rows } = onePlant({ status: 'OFFLINE' })
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}/security?action=revoke`)
  const dialog = page.getByRole('alertdialog', { name: 'Revoke BESS Chomutov?' })
  await expect(dialog).toContainText('This cannot be undone')
  await expect(dialog).toContainText('The plant isn’t connected now')
  await button(page, 'Suspend instead').click()
  await expect(page.getByRole('dialog', { name: 'Suspend BESS Chomutov?' })).toBeVisible()
  await button(page, 'Cancel').click()
  await expect(page).toHaveURL(new RegExp(`/plants/${id}/security$`))
  await button(page, 'Revoke').first().click()
  const serial = typedSerialNumber(page)
  await expect(confirmButton(page)).toHaveAccessibleDescription('Type the serial number first.')
  await serial.fill('lc-1')
  await serial.press('Enter')
  await expect(confirmButton(page)).toHaveAttribute('aria-disabled', 'true')
  await serial.fill(' LC-1 ')
  await serial.press('Enter')
  await expect(page.getByText('Revoked BESS Chomutov')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/plants/${id}/security$`))
  await expect(page.getByRole('main')).toContainText('Revoked')
  expect(await org.requests('POST', path(id, 'revoke'))).toHaveLength(1)
})

test('deleting removes the plant and returns to the list', async ({ page, organization }) => {
  const { id, rows } = onePlant()
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}`)
  await button(page, 'Delete').click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete BESS Chomutov?' })
  await expect(dialog).toContainText('are permanently deleted')
  await expect(button(page, 'Suspend instead')).toBeVisible()
  await expect(button(page, 'Revoke instead')).toBeVisible()
  await typedSerialNumber(page).fill('LC-1')
  await confirmButton(page).click()
  await expect(page.getByText('Deleted BESS Chomutov')).toBeVisible()
  await expect(page).toHaveURL(/\/plants(\?|$)/)
  await expect(page.getByText('There are no plants yet')).toBeVisible()
  expect((await org.call('GET', `/plants/${id}`)).status()).toBe(404)
})

test('going back to a deleted plant shows that it no longer exists, without actions', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/)
  const { id, rows } = onePlant()
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}`)
  await page.getByRole('link', { name: 'Security' }).click()
  await button(page, 'Delete').click()
  await typedSerialNumber(page).fill('LC-1')
  await confirmButton(page).click()
  await expect(page.getByText('There are no plants yet')).toBeVisible()
  const release = await org.hold({ path: `/plants/${id}$`, method: 'GET' })
  await page.goBack()
  await expect(page.getByText('Loading the plant')).toBeAttached()
  await expect(button(page, 'Suspend')).toHaveCount(0)
  await release()
  await expect(page.getByText('Plant not found')).toBeVisible()
})

test('deleting a plant without a serial number requires its ID', async ({ page, organization }) => {
  const { id, rows } = onePlant({ serialNumber: '' })
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}?action=delete`)
  await page.getByLabel('Plant ID').fill(id)
  await confirmButton(page).click()
  await expect(page.getByText('Deleted BESS Chomutov')).toBeVisible()
})

test('a double submit and a held Enter send one request, and Escape does not close the dialog', async ({
  page,
  organization,
}) => {
  const { id, rows } = onePlant()
  const org = await organization({ rows })
  const release = await org.hold({ path: '/suspend$', method: 'POST' })
  await org.open(page, `/plants/${id}?action=suspend`)
  await expect(confirmButton(page)).not.toHaveAttribute('aria-disabled')
  await page.locator('form').evaluate((form: HTMLFormElement) => {
    form.requestSubmit()
    form.requestSubmit()
  })
  await expect(button(page, 'Cancel')).toHaveAccessibleDescription('The request is in progress.')
  await confirmButton(page).focus()
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await page.keyboard.press('Escape')
  await expect(openDialog(page)).toBeVisible()
  await release()
  await expect(page.getByText('Suspended BESS Chomutov')).toBeVisible()
  expect(await org.requests('POST', path(id, 'suspend'))).toHaveLength(1)
})

test('explains to support staff why an action is unavailable, on the page and in the dialog', async ({
  page,
  organization,
}) => {
  const { id, rows } = onePlant()
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}`, 'support')
  for (const name of ['Suspend', 'Revoke', 'Delete']) {
    await expect(button(page, name)).toHaveAccessibleDescription(/^Only administrators /)
  }
  await page.goto(`/plants/${id}?action=delete`)
  await expect(openDialog(page)).toContainText('Only administrators can delete plants.')
  await expect(confirmButton(page)).toHaveAccessibleDescription(
    'Only administrators can delete plants.',
  )
  await expect(button(page, 'Suspend instead')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`/plants/${id}$`))
})
