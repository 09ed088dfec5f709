import {
  commandField,
  faultSending,
  openCommands,
  recordedCommands,
  reviewCommand,
  sendCommand,
  sentItems,
} from '../support/commands'
import { button, openDialog, unknownOutcome } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { everyAttempt, lostResponses } from '../support/lost-responses'
import { onePlant } from '../support/one-plant'
import { setPreference } from '../support/preferences'

for (const { kind, what } of lostResponses) {
  test(`a command ${what} is of unknown outcome until the history shows it`, async ({
    page,
    organization,
    provokes,
  }) => {
    provokes(/ERR_|status of 500/)
    const { id, org } = await openCommands({ page, organization })
    await faultSending(org, { kind, times: everyAttempt })
    await sendCommand(page, 'HOLD', '{"a": 1}')
    await expect(unknownOutcome(page)).toContainText(
      kind === 'error-after' ? 'reported an error (HTTP 500)' : 'no readable response arrived',
    )
    await expect(unknownOutcome(page)).toContainText('Read 20')
    await expect(unknownOutcome(page)).toContainText('found by its command and payload')
    await expect(button(page, 'Back to the confirmation')).toHaveCount(0)
    await button(page, 'Close').click()
    await expect(sentItems(page)).toContainText('Accepted')
    expect(await recordedCommands(org, id)).toBe(1)
  })
}

test('a command that never reached the platform is not recorded after half a minute', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_/)
  const { id, rows } = onePlant({ status: 'ONLINE' })
  const org = await organization({ rows })
  await org.takeClock(page)
  await org.open(page, `/plants/${id}/commands`, 'operator')
  await expect(commandField(page)).toBeVisible()
  await faultSending(org, { kind: 'drop-before', times: everyAttempt })
  await sendCommand(page, 'HOLD')
  await expect(unknownOutcome(page)).toContainText('Checking the plant’s history')
  await page.clock.runFor(40_000)
  await expect(unknownOutcome(page)).toContainText('Not in the plant’s history as of')
  await button(page, 'Close').click()
  await expect(sentItems(page)).toContainText('Not recorded')
  expect(await recordedCommands(org, id)).toBe(0)
})

test('a command interrupted by a reload is looked for without the page’s own refresh', async ({
  page,
  organization,
}) => {
  await setPreference(page, 'refreshEveryS', 'off')
  const { id, org } = await openCommands({ page, organization })
  await faultSending(org, { kind: 'delay', delayMs: 600_000, times: 1 })
  await sendCommand(page, 'HOLD')
  await expect(sentItems(page)).toContainText('Sending')
  await page.reload()
  await expect(sentItems(page)).toContainText('Checking the plant’s history')
  await org.call('POST', `/plants/${id}/commands`, 'operator', { command: 'HOLD' })
  await expect(sentItems(page)).toContainText('Accepted')
  await org.clearFaults()
})

test('a command recorded twice says so', async ({ page, organization }) => {
  const { id, org } = await openCommands({ page, organization })
  await reviewCommand(page, 'HOLD')
  // As a backend that ignores the idempotency key records a browser's own repeat.
  await faultSending(org, { kind: 'delay', delayMs: 1_500, times: 1 })
  await button(page, 'Send HOLD').click()
  await org.call('POST', `/plants/${id}/commands`, 'operator', { command: 'HOLD' })
  await expect(sentItems(page)).toContainText('Recorded 2 times')
  expect(await recordedCommands(org, id)).toBe(2)
})

test('a refusal names the server’s reason, and says what the history shows', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  const { id, org } = await openCommands({ page, organization })
  await sendCommand(page, 'EXPLODE')
  const dialog = page.getByRole('dialog', { name: 'Sending “EXPLODE” was refused' })
  await expect(dialog).toContainText('No record of it is visible in the plant’s history')
  await expect(dialog.getByText('Unknown action "EXPLODE"')).toHaveCount(1)
  await button(page, 'Back to the confirmation').click()
  await button(page, 'Cancel').click()
  await expect(commandField(page)).toHaveValue('EXPLODE')
  await expect(sentItems(page)).toContainText('Refused')
  await expect(sentItems(page)).toContainText('Unknown action "EXPLODE"')
  await expect(sentItems(page)).toContainText('No record of it is visible in the plant’s history')
  expect(await recordedCommands(org, id)).toBe(0)
})

test('an offline click sends nothing, then or later', async ({
  page,
  context,
  organization,
  provokes,
}) => {
  provokes(/ERR_/)
  const { id, org } = await openCommands({ page, organization })
  await reviewCommand(page, 'HOLD')
  // The confirmation has read the plant; a reading that is held would never let anyone send.
  await expect(button(page, 'Send HOLD')).not.toHaveAttribute('aria-disabled', 'true')
  const removeFault = await org.hold({ path: '.*' })
  await context.setOffline(true)
  await button(page, 'Send HOLD').click()
  await expect(openDialog(page)).toContainText('Nothing was sent')
  await removeFault()
  await context.setOffline(false)
  await expect(button(page, 'Send HOLD')).not.toHaveAttribute('aria-disabled', 'true')
  await expect(sentItems(page)).toHaveCount(0)
  expect(await recordedCommands(org, id)).toBe(0)
})

test('a session renewed during the click asks again instead of sending', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 401/)
  const { id, org } = await openCommands({ page, organization })
  await reviewCommand(page, 'HOLD')
  await faultSending(org, {
    kind: 'response',
    status: 401,
    times: 1,
    body: { code: 'UNAUTHORIZED', message: 'The token has expired' },
  })
  await button(page, 'Send HOLD').click()
  await expect(openDialog(page)).toContainText('Send now?')
  expect(await recordedCommands(org, id)).toBe(0)
  await button(page, 'Send now').click()
  await expect(sentItems(page)).toContainText('Accepted')
  expect(await recordedCommands(org, id)).toBe(1)
})

test('nothing of a command is left on the device after signing out', async ({
  page,
  organization,
}) => {
  const { org } = await openCommands({ page, organization })
  await sendCommand(page, 'HOLD', '{"note": "payload-left-behind"}')
  await expect(sentItems(page)).toHaveCount(1)
  await button(page, 'Sign out').click()
  await expect(page).toHaveURL(/sign-in/)
  const databases = await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name ?? ''),
  )
  expect(databases.filter((name) => name.includes('commands'))).toEqual([])
  await org.fillSignIn(page, 'support')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await expect(page.getByText('payload-left-behind')).toHaveCount(0)
})

test('a browser’s own repeat is recorded twice by a backend without idempotency keys, and says so', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_/)
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch()
    const config: object = await response.json()
    await route.fulfill({ response, json: { ...config, idempotencyHeader: null } })
  })
  const { id, org } = await openCommands({ page, organization })
  await reviewCommand(page, 'HOLD')
  await faultSending(org, { kind: 'drop-after', times: 1 })
  await button(page, 'Send HOLD').click()
  await expect(page.getByText('Recorded 2 times')).toBeVisible()
  expect(await recordedCommands(org, id)).toBe(2)
})
