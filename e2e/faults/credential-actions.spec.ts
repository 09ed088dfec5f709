import type { Page } from '@playwright/test'
import { button, confirmButton } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'
import type { Organization } from '../support/organization'

const pendingPlant = (fields: Record<string, unknown> = {}) =>
  onePlant({ serialNumber: 'CA-1', lifecycleStatus: 'PENDING', ...fields })

const question = (page: Page) => page.getByRole('dialog')
const unknown = (page: Page) => question(page).filter({ hasText: 'Outcome unknown' })
const stored = (page: Page) => button(page, 'I have stored it')
const posts = (org: Organization, step: string) => org.requests('POST', new RegExp(`/${step}$`))

test('shows issued credentials until they are stored, and removes the action from the URL', async ({
  page,
  organization,
}) => {
  const { id, rows } = pendingPlant()
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}/security?action=provision`)
  await expect(page.getByRole('dialog', { name: 'Provision BESS Chomutov?' })).toContainText(
    'The plant gets its first credentials',
  )
  await confirmButton(page).dblclick()
  await expect(stored(page)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/plants/${id}/security$`))
  await expect(page.getByRole('dialog')).toContainText('Credentials of BESS Chomutov')
  await stored(page).click()
  await expect(question(page)).toHaveCount(0)
  expect(await posts(org, 'provision')).toHaveLength(1)
})

test('warns that provisioning disconnects a connected plant', async ({ page, organization }) => {
  const { id, rows } = pendingPlant({ lifecycleStatus: 'ACTIVE', status: 'ONLINE' })
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}/security?action=provision`)
  await expect(question(page)).toContainText(
    'Its current certificate and secret stop working immediately.',
  )
  await expect(question(page)).toContainText(
    'The plant is disconnected and cannot connect until someone',
  )
})

test('detects a completed provisioning by its certificate, and offers the lost package for download', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_/)
  const { id, rows } = pendingPlant()
  const org = await organization({ rows })
  await org.fault({ path: '/provision$', method: 'POST', kind: 'drop-after', times: 20 })
  await org.open(page, `/plants/${id}/security?action=provision`)
  await confirmButton(page).click()
  await expect(unknown(page)).toContainText('Completed: its certificate has another')
  await expect(unknown(page)).toContainText('The package is lost, unless the platform still has it')
  await unknown(page).getByRole('button', { name: 'Download package' }).click()
  await expect(
    page.getByRole('dialog', { name: 'Download the package of BESS Chomutov?' }),
  ).toBeVisible()
  await confirmButton(page).click()
  await expect(stored(page)).toBeVisible()
})

test('detects a provisioning that never arrived, and lets it be confirmed again', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_/)
  const { id, rows } = pendingPlant()
  const org = await organization({ rows })
  await org.fault({ path: '/provision$', method: 'POST', kind: 'drop-before', times: 20 })
  await org.open(page, `/plants/${id}/security?action=provision`)
  await confirmButton(page).click()
  await expect(unknown(page)).toContainText(/Not completed as of [-\d]+ [:\d]+/)
  await org.clearFaults()
  await button(page, 'Back').click()
  await confirmButton(page).click()
  await expect(stored(page)).toBeVisible()
})

test('reports completion when the server does not repeat its response', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 409/)
  const { id, rows } = pendingPlant()
  const org = await organization({ rows })
  // An API may respond like this to a request that the browser itself repeated.
  await org.fault({
    path: '/provision$',
    method: 'POST',
    kind: 'answer',
    status: 409,
    headers: { 'idempotency-replayed': 'true' },
    body: { code: 'CONFLICT', message: 'Already completed; its response is not repeated' },
  })
  await org.open(page, `/plants/${id}/security?action=provision`)
  await confirmButton(page).click()
  const replayed = page.getByRole('dialog', { name: 'Completed, but the response was lost' })
  await expect(replayed).toContainText('Completed')
  await expect(replayed).toContainText('The package is lost')
  await expect(button(page, 'Provision plant')).toHaveCount(0)
  expect(await posts(org, 'provision')).toHaveLength(1)
})

test('reports a lost secret, and until when the old one stays valid', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|status of 500/)
  const { id, rows } = pendingPlant()
  const org = await organization({ rows })
  await org.call('POST', `/plants/${id}/provision`)
  await org.fault({ path: '/rotate-secret$', method: 'POST', kind: 'error-after', times: 20 })
  await org.open(page, `/plants/${id}/security?action=rotate-secret`)
  await expect(question(page)).toContainText('Both secrets are valid for 60 minutes')
  await confirmButton(page).click()
  await expect(unknown(page)).toContainText(/Completed: its secret was rotated, since /)
  await expect(unknown(page)).toContainText(
    /The new secret is lost.*It stays valid until [-\d]+ [:\d]+/,
  )
  await unknown(page).getByRole('button', { name: 'Provision' }).click()
  await expect(page.getByRole('dialog', { name: 'Provision BESS Chomutov?' })).toBeVisible()
})

test('admits that a lost token response leaves the outcome open', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|status of 500/)
  const { id, rows } = pendingPlant({ authMethod: 'TOKEN', lifecycleStatus: 'ACTIVE' })
  const org = await organization({ rows })
  await org.fault({ path: '/mqtt-token$', method: 'POST', kind: 'cut-body', times: 20 })
  await org.open(page, `/plants/${id}/security?action=mqtt-token`)
  await confirmButton(page).click()
  await expect(unknown(page)).toContainText(
    'We can’t tell whether it was completed: issuing a token leaves no trace',
  )
  await org.clearFaults()
  await unknown(page).getByRole('button', { name: 'Issue MQTT token' }).click()
  await confirmButton(page).click()
  await expect(stored(page)).toBeVisible()
})

test('sends nothing again after a 401 until the user confirms', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 401/)
  const { id, rows } = pendingPlant({ authMethod: 'TOKEN', lifecycleStatus: 'ACTIVE' })
  const org = await organization({ rows })
  const body = { code: 'UNAUTHORIZED', message: 'Token expired' }
  await org.fault({ path: '/mqtt-token$', method: 'POST', kind: 'answer', status: 401, body })
  await org.open(page, `/plants/${id}/security?action=mqtt-token`)
  await confirmButton(page).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Send now?' })).toContainText(
    'Token expired',
  )
  await expect(confirmButton(page)).toHaveCount(0)
  expect(await posts(org, 'mqtt-token')).toHaveLength(1)
  await button(page, 'Send now').click()
  await expect(stored(page)).toBeVisible()
  expect(await posts(org, 'mqtt-token')).toHaveLength(2)
})

test('reports too many requests, and lets the action be confirmed again', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 429/)
  const { id, rows } = pendingPlant()
  const org = await organization({ rows })
  const body = { code: 'TOO_MANY_REQUESTS', message: 'Slow down' }
  await org.fault({ path: '/provision$', method: 'POST', kind: 'answer', status: 429, body })
  await org.open(page, `/plants/${id}/security?action=provision`)
  await confirmButton(page).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Too many requests' })).toBeVisible()
  await confirmButton(page).click()
  await expect(stored(page)).toBeVisible()
})

test('explains why a download without a package and an action without permission were refused', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[03]/)
  const { id, rows } = pendingPlant({ lifecycleStatus: 'ACTIVE' })
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}/security?action=download`)
  await confirmButton(page).click()
  await expect(
    page.getByRole('dialog', { name: 'Downloading the package of BESS Chomutov was refused' }),
  ).toContainText('There is no package to download')
  await button(page, 'Close').last().click()
  await button(page, 'Provision').click()
  await org.changeRole('admin', 'support')
  await confirmButton(page).click()
  await expect(question(page)).toContainText('Your account isn’t allowed to do this')
  await expect(page.getByRole('main')).toContainText('BESS Chomutov')
})

test('shows a package that arrives after Back', async ({ page, organization }) => {
  const { id, rows } = pendingPlant()
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}/security`)
  await org.fault({ path: '/provision$', method: 'POST', kind: 'delay', delayMs: 3_000 })
  await button(page, 'Provision').click()
  await confirmButton(page).click()
  await expect(confirmButton(page)).toHaveAttribute('aria-busy', 'true')
  await page.goBack()
  await expect(stored(page)).toBeVisible()
})

test('reports a package that arrives after leaving the plant, without showing it', async ({
  page,
  organization,
}) => {
  const { rows } = pendingPlant()
  const org = await organization({ rows })
  await org.open(page, '/plants')
  await page.getByRole('link', { name: 'BESS Chomutov' }).click()
  await page.getByRole('link', { name: 'Security' }).click()
  await org.fault({ path: '/provision$', method: 'POST', kind: 'delay', delayMs: 3_000 })
  await button(page, 'Provision').click()
  await confirmButton(page).click()
  await expect(confirmButton(page)).toHaveAttribute('aria-busy', 'true')
  await page.evaluate(() => history.go(-3))
  await expect(page).toHaveURL(/\/plants\?/)
  await expect(page.getByRole('alert').filter({ hasText: 'Provisioned BESS' })).toContainText(
    'the package wasn’t shown. Try Download package',
  )
})
