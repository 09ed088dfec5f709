import type { Page } from '@playwright/test'
import { confirmAction, openConfirmation } from '../support/confirmations'
import { alertWith, button, confirmButton, unknownOutcome } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { everyAttempt } from '../support/lost-responses'
import { onePlant } from '../support/one-plant'
import type { Organization } from '../support/organization'

const pending = { serialNumber: 'CA-1', lifecycleStatus: 'PENDING' }
const withToken = { ...pending, authMethod: 'TOKEN', lifecycleStatus: 'ACTIVE' }
/** A plant without credentials, whose actions are confirmed on the Security tab. */
const onSecurity = { plant: pending, tab: '/security' }

const stored = (page: Page) => button(page, 'I have stored it')
const posts = (org: Organization, step: string) => org.requests('POST', new RegExp(`/${step}$`))

test('shows issued credentials until they are stored, and removes the action from the URL', async ({
  page,
  organization,
}) => {
  const { id, org } = await openConfirmation({ page, organization }, 'provision', onSecurity)
  await expect(page.getByRole('dialog', { name: 'Provision BESS Chomutov?' })).toContainText(
    'The plant has no credentials yet',
  )
  await confirmButton(page).dblclick()
  await expect(stored(page)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/plants/${id}/security$`))
  await expect(page.getByRole('dialog')).toContainText('Credentials of BESS Chomutov')
  await stored(page).click()
  await button(page, 'Close anyway').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await posts(org, 'provision')).toHaveLength(1)
})

test('warns that provisioning disconnects a connected plant', async ({ page, organization }) => {
  const plant = { ...pending, lifecycleStatus: 'ACTIVE', status: 'ONLINE' }
  await openConfirmation({ page, organization }, 'provision', { ...onSecurity, plant })
  await expect(page.getByRole('dialog')).toContainText(
    'Its current certificate and secret stop working immediately.',
  )
  await expect(page.getByRole('dialog')).toContainText(
    'The plant is disconnected and cannot connect until someone',
  )
})

test('detects a completed provisioning by its certificate, and offers the lost package for download', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_/)
  const fault = { kind: 'drop-after', times: everyAttempt } as const
  await confirmAction({ page, organization }, 'provision', { ...onSecurity, fault })
  await expect(unknownOutcome(page)).toContainText('Completed: its certificate has another')
  await expect(unknownOutcome(page)).toContainText(
    'The package is lost, unless the platform still has it',
  )
  await unknownOutcome(page).getByRole('button', { name: 'Download package' }).click()
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
  const fault = { kind: 'drop-before', times: everyAttempt } as const
  const { org } = await confirmAction({ page, organization }, 'provision', { ...onSecurity, fault })
  await expect(unknownOutcome(page)).toContainText(/Not completed as of [-\d]+ [:\d]+/)
  await org.clearFaults()
  await button(page, 'Back to the confirmation').click()
  await confirmButton(page).click()
  await expect(stored(page)).toBeVisible()
})

test('reports completion when the server does not repeat its response', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 409/)
  // An API may respond like this to a request that the browser itself repeated.
  const fault = {
    kind: 'response',
    status: 409,
    headers: { 'idempotency-replayed': 'true' },
    body: { code: 'CONFLICT', message: 'Already completed; its response is not repeated' },
  } as const
  const options = { ...onSecurity, fault }
  const { org } = await confirmAction({ page, organization }, 'provision', options)
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
  const { id, rows } = onePlant(pending)
  const org = await organization({ rows })
  await org.call('POST', `/plants/${id}/provision`)
  await org.fault({
    path: '/rotate-secret$',
    method: 'POST',
    kind: 'error-after',
    times: everyAttempt,
  })
  await org.open(page, `/plants/${id}/security?action=rotate-secret`)
  await expect(page.getByRole('dialog')).toContainText('Both secrets are valid for 1 hour')
  await confirmButton(page).click()
  await expect(unknownOutcome(page)).toContainText(/Completed: its secret was rotated, since /)
  await expect(unknownOutcome(page)).toContainText(
    /The new secret is lost. Unless .* executed more than once.*The grace period ends [-\d]+ [:\d]+/,
  )
  await unknownOutcome(page).getByRole('button', { name: 'Provision' }).click()
  await expect(page.getByRole('dialog', { name: 'Provision BESS Chomutov?' })).toBeVisible()
})

test('shows an unknown outcome when the response with a token is lost', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|status of 500/)
  const fault = { kind: 'cut-body', times: everyAttempt } as const
  const options = { ...onSecurity, plant: withToken, fault }
  const { org } = await confirmAction({ page, organization }, 'mqtt-token', options)
  await expect(unknownOutcome(page)).toContainText(
    /As of [-\d]+ [:\d]+ UTC, we can’t tell whether it was completed: issuing a token leaves no trace/,
  )
  await org.clearFaults()
  await unknownOutcome(page).getByRole('button', { name: 'Issue MQTT token' }).click()
  await confirmButton(page).click()
  await expect(stored(page)).toBeVisible()
})

test('sends nothing again after a 401 until the user confirms', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 401/)
  const body = { code: 'UNAUTHORIZED', message: 'Token expired' }
  const fault = { kind: 'response', status: 401, body } as const
  const options = { ...onSecurity, plant: withToken, fault }
  const { org } = await confirmAction({ page, organization }, 'mqtt-token', options)
  await expect(alertWith(page, 'Send now?')).toContainText('Token expired')
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
  const body = { code: 'TOO_MANY_REQUESTS', message: 'Slow down' }
  const fault = { kind: 'response', status: 429, body } as const
  await confirmAction({ page, organization }, 'provision', { ...onSecurity, fault })
  await expect(alertWith(page, 'Too many requests')).toBeVisible()
  await confirmButton(page).click()
  await expect(stored(page)).toBeVisible()
})

test('explains why a download without a package and an action without permission were refused', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[03]/)
  const options = { ...onSecurity, plant: { ...pending, lifecycleStatus: 'ACTIVE' } }
  const { org } = await confirmAction({ page, organization }, 'download', options)
  await expect(
    page.getByRole('dialog', { name: 'Downloading the package of BESS Chomutov was refused' }),
  ).toContainText('No package is available')
  await button(page, 'Close').last().click()
  await button(page, 'Provision').click()
  await org.changeRole('admin', 'support')
  await confirmButton(page).click()
  await expect(page.getByRole('dialog')).toContainText('Your account isn’t allowed to do this')
  await expect(page.getByRole('main')).toContainText('BESS Chomutov')
})

/** Confirms a provisioning that takes 3 s, and returns while it is pending. */
async function startSlowProvisioning(page: Page, org: Organization): Promise<void> {
  await org.fault({ path: '/provision$', method: 'POST', kind: 'delay', delayMs: 3_000 })
  await button(page, 'Provision').click()
  await confirmButton(page).click()
  await expect(confirmButton(page)).toHaveAttribute('aria-busy', 'true')
}

test('shows a package that arrives after Back', async ({ page, organization }) => {
  const { id, rows } = onePlant(pending)
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}/security`)
  await startSlowProvisioning(page, org)
  await page.goBack()
  await expect(stored(page)).toBeVisible()
})

test('reports a package that arrives after leaving the plant, without showing it', async ({
  page,
  organization,
}) => {
  const { rows } = onePlant(pending)
  const org = await organization({ rows })
  await org.open(page, '/plants')
  await page.getByRole('link', { name: 'BESS Chomutov' }).click()
  await page.getByRole('link', { name: 'Security' }).click()
  await startSlowProvisioning(page, org)
  await page.evaluate(() => history.go(-3))
  await expect(page).toHaveURL(/\/plants(\?|$)/)
  await expect(alertWith(page, 'Provisioned BESS')).toContainText(
    'the package wasn’t shown. Try Download package',
  )
})
