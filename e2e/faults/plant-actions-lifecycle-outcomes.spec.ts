import { confirmAction, openConfirmation } from '../support/confirmations'
import {
  alertWith,
  button,
  confirmButton,
  openDialog,
  unknownOutcome,
  typedSerialNumber,
} from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { everyAttempt, lostResponses } from '../support/lost-responses'
import { onePlant } from '../support/one-plant'
import { afterRetries } from '../support/refresh'
import { expectNoViolations } from '../support/violations'

/** Fault of a request that never reaches the server. */
const neverArrives = { kind: 'drop-before', times: everyAttempt } as const
const path = (id: string, step: string) => new RegExp(`/plants/${id}/${step}$`)

test("a refusal shows the server's message and the plant's current state", async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  const plant = { lifecycleStatus: 'PROVISIONED' }
  const { id, org } = await openConfirmation({ page, organization }, 'suspend', { plant })
  await expect(openDialog(page)).toContainText(
    'The plant has never connected. The platform may refuse.',
  )
  await confirmButton(page).click()
  const refused = page.getByRole('dialog', { name: 'Suspending BESS Chomutov was refused' })
  await expect(refused).toContainText('Only plants that are ACTIVE can be suspended.')
  await expect(refused).toContainText('No change is visible as of')
  await expect(refused).toContainText('Provisioned')
  await org.changePlant(id, { lifecycleStatus: 'ACTIVE' })
  await button(page, 'Back to the confirmation').click()
  await expect(openDialog(page)).toContainText('Lifecycle: Provisioned, now Active')
  await confirmButton(page).click()
  await expect(page.getByText('Suspended BESS Chomutov')).toBeVisible()
})

for (const { kind, what } of lostResponses) {
  test(`detects by the plant's state that a suspension ${what} was completed`, async ({
    page,
    organization,
    provokes,
  }) => {
    provokes(/ERR_|status of 500/)
    const fault = { kind, times: everyAttempt }
    await confirmAction({ page, organization }, 'suspend', { fault })
    await expect(unknownOutcome(page)).toContainText('It may or may not have been completed.')
    await expect(unknownOutcome(page)).toContainText(
      /Completed: the plant is Suspended, since [-\d]+ [:\d]+/,
    )
    await page.keyboard.press('Escape')
    await button(page, 'Close').click()
    await expect(openDialog(page)).toHaveCount(0)
    await expect(page.getByRole('main')).toContainText('Suspended')
  })
}

test('detects that a revocation never arrived, and keeps the typed serial number for another try', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|status of 500/)
  const { id, org } = await openConfirmation({ page, organization }, 'revoke', {
    fault: neverArrives,
  })
  await typedSerialNumber(page).fill('LC-1')
  await confirmButton(page).click()
  await expect(unknownOutcome(page)).toContainText(/Not completed as of [-\d]+ [:\d]+/)
  await org.fault({ path: `/plants/${id}$`, method: 'GET', kind: 'error-before', times: 3 })
  await button(page, 'Check again').click()
  await expect(unknownOutcome(page)).toContainText('Couldn’t load the plant', afterRetries)
  await org.clearFaults()
  await button(page, 'Check again').click()
  await expect(unknownOutcome(page)).toContainText('Not completed as of')
  await button(page, 'Back to the confirmation').click()
  await expect(typedSerialNumber(page)).toHaveValue('LC-1')
  await confirmButton(page).click()
  await expect(page.getByText('Revoked BESS Chomutov')).toBeVisible()
})

test('notices a late suspension without another check by the user', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_/)
  const { id, org } = await confirmAction({ page, organization }, 'suspend', {
    fault: neverArrives,
  })
  await expect(unknownOutcome(page)).toContainText('Not completed as of')
  await org.changePlant(id, { lifecycleStatus: 'SUSPENDED' })
  await expect(unknownOutcome(page)).toContainText('Completed: the plant is Suspended')
})

test('detects a deletion whose response is lost by the missing plant', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|status of 404/)
  const fault = { kind: 'drop-after', times: everyAttempt } as const
  await openConfirmation({ page, organization }, 'delete', { fault })
  await typedSerialNumber(page).fill('LC-1')
  await confirmButton(page).click()
  await expect(unknownOutcome(page)).toContainText('Completed: the plant is gone')
  await button(page, 'Go to Plants').click()
  await expect(page.getByText('There are no plants yet')).toBeVisible()
})

test('reports missing permission without ending the session', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 403/)
  const { org } = await openConfirmation({ page, organization }, 'suspend')
  await org.changeRole('admin', 'support')
  await confirmButton(page).click()
  await expect(openDialog(page)).toContainText('Your account isn’t allowed to do this')
  await page.keyboard.press('Escape')
  await expect(button(page, 'Sign out')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'BESS Chomutov' })).toBeVisible()
})

test('sends nothing while offline, and lets the action be confirmed once online', async ({
  page,
  context,
  organization,
  provokes,
}) => {
  provokes(/ERR_INTERNET_DISCONNECTED/)
  const { id, org } = await openConfirmation({ page, organization }, 'revoke')
  await typedSerialNumber(page).fill('LC-1')
  await context.setOffline(true)
  await confirmButton(page).click()
  await expect(alertWith(page, 'You are offline')).toContainText('Nothing was sent.')
  await context.setOffline(false)
  expect(await org.requests('POST', path(id, 'revoke'))).toHaveLength(0)
  await expect(typedSerialNumber(page)).toHaveValue('LC-1')
  await expect(confirmButton(page)).not.toHaveAttribute('aria-disabled')
  await confirmButton(page).click()
  await expect(page.getByText('Revoked BESS Chomutov')).toBeVisible()
})

test('reports an unknown outcome even after Back', async ({ page, organization, provokes }) => {
  provokes(/status of 500/)
  const { id, rows } = onePlant()
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}`)
  await org.fault({
    path: '/suspend$',
    method: 'POST',
    kind: 'error-after',
    delayMs: 3_000,
    times: everyAttempt,
  })
  await button(page, 'Suspend').click()
  await confirmButton(page).click()
  await expect(confirmButton(page)).toHaveAttribute('aria-busy', 'true')
  await page.goBack()
  await expect(openDialog(page)).toHaveCount(0)
  await expect(alertWith(page, 'Outcome unknown')).toContainText(
    'Suspending BESS Chomutov was sent, but the server reported an error (HTTP 500).',
  )
})

for (const width of ['', ' @phone']) {
  test(`axe finds no violations in a confirmation, a refusal and an unknown outcome${width}`, async ({
    page,
    organization,
    provokes,
  }) => {
    provokes(/status of [45]00/)
    const plant = { lifecycleStatus: 'PROVISIONED' }
    const { id, org } = await openConfirmation({ page, organization }, 'delete', { plant })
    await expect(button(page, 'Suspend instead')).toBeVisible()
    await expectNoViolations(page, 'question')
    await button(page, 'Suspend instead').click()
    await confirmButton(page).click()
    await expect(openDialog(page)).toContainText('No change is visible as of')
    await expectNoViolations(page, 'refusal')
    await org.changePlant(id, { lifecycleStatus: 'ACTIVE' })
    await org.fault({ path: '/suspend$', method: 'POST', kind: 'error-after', times: everyAttempt })
    await button(page, 'Back to the confirmation').click()
    await confirmButton(page).click()
    await expect(unknownOutcome(page)).toContainText('Completed')
    await expectNoViolations(page, 'unknown outcome')
  })
}

test('detects that a suspension was completed although its repetition was refused', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  await openConfirmation({ page, organization }, 'suspend')
  await page.route(/\/suspend$/, async (route) => {
    await route.fetch()
    // A server without idempotency keys refuses the second copy because the plant is already suspended.
    const refusal = { code: 'INVALID_LIFECYCLE_TRANSITION', message: 'It is SUSPENDED.' }
    await route.fulfill({ status: 400, json: { statusCode: 400, ...refusal } })
  })
  await confirmButton(page).click()
  const refused = page.getByRole('dialog', { name: 'Refused, but changed' })
  await expect(refused.getByRole('status')).toContainText(
    'The plant was changed anyway: the plant is Suspended',
  )
  await expect(refused).not.toContainText('Nothing was changed')
  await expect(button(page, 'Back to the confirmation')).toHaveCount(0)
})
