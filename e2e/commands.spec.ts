import {
  chargingPlant,
  commandField,
  openCommands,
  payloadField,
  recordedCommands,
  reviewCommand,
  sendCommand,
  sentItems,
  storedDrafts,
} from './support/commands'
import { button, openDialog } from './support/dialogs'
import { expect, test } from './support/fixtures'
import { onePlant } from './support/one-plant'

test('an operator asks a live plant for its information with fewer than ten keystrokes', async ({
  page,
  organization,
}) => {
  const { id, rows } = onePlant({ lifecycleStatus: 'PENDING' })
  const org = await organization({ rows })
  await org.connectPlant(id)
  await org.open(page, `/plants/${id}`, 'operator')
  await expect(page.getByRole('main')).toContainText('Online')

  let keystrokes = 0
  const press = async (key: string) => {
    keystrokes += 1
    await page.keyboard.press(key)
  }
  await press('c')
  await expect(commandField(page)).toBeVisible()
  await press('c')
  await press('g')
  await press('ArrowDown')
  await press('Enter')
  await expect(commandField(page)).toHaveValue('GET_INFO')
  await press('Enter')
  await expect(button(page, 'Send GET_INFO')).toBeFocused()
  await expect(button(page, 'Send GET_INFO')).not.toHaveAttribute('aria-disabled', 'true')
  await press('Enter')
  await expect(sentItems(page)).toContainText('Acknowledged OK')
  expect(keystrokes).toBeLessThan(10)
  await expect(sentItems(page)).toContainText(/Response: OK after \d+\.\d s/)
  expect(await recordedCommands(org, id)).toBe(1)
  await org.disconnectPlant(id)
})

test('the confirmation shows the exact bytes, and the platform receives them', async ({
  page,
  organization,
}) => {
  const { id, org } = await openCommands({ page, organization })
  const payload = '{ "b": 1.0,\n  "a":  [9007199254740991, "ž"] }'
  await reviewCommand(page, 'SET_DEFAULTS', payload)
  await expect(openDialog(page)).toContainText(`{"command":"SET_DEFAULTS","payload":${payload}}`)
  await expect(openDialog(page)).toContainText('83 bytes')
  await button(page, 'Send SET_DEFAULTS').click()
  await expect(sentItems(page)).toContainText('Accepted')
  const history = await org.call('GET', `/plants/${id}/commands`)
  expect(await history.text()).toContain(`"payload":${payload}`)
  const texts = () => sentItems(page).getByText('"b": 1.0').allTextContents()
  expect(await texts()).toContain(payload.replace('\n  ', ' '))
  await sentItems(page).getByText('"b": 1.0').first().click()
  await expect.poll(texts).toContain(payload)
})

test('a payload that isn’t JSON is refused with line and column', async ({
  page,
  organization,
}) => {
  const { id, org } = await openCommands({ page, organization })
  await commandField(page).fill('HOLD')
  await payloadField(page).fill('{\n  "a" 1\n}')
  await expect(payloadField(page)).toHaveAccessibleDescription(/Line 2, column 7/)
  await button(page, 'Send command').click()
  await expect(page.getByRole('alert').filter({ hasText: 'Line 2, column 7' })).toBeVisible()
  await payloadField(page).fill('[1]')
  await button(page, 'Send command').click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'A payload is a JSON object' }),
  ).toBeVisible()
  await expect(openDialog(page)).toHaveCount(0)
  expect(await recordedCommands(org, id)).toBe(0)
})

test('warns of an offline plant and of commands sent a moment ago, and says when it is back', async ({
  page,
  organization,
}) => {
  const { id, org } = await openCommands(
    { page, organization },
    { plant: { status: 'OFFLINE', lastSeenAt: '2026-01-02T03:04:05Z' } },
  )
  await org.call('POST', `/plants/${id}/commands`, 'admin', { command: 'HOLD' })
  await reviewCommand(page, 'HOLD')
  await expect(openDialog(page)).toContainText('The plant is offline')
  await expect(openDialog(page)).toContainText('The same command was recorded')
  await expect(openDialog(page)).toContainText('not from this browser: HOLD')
  await button(page, 'Cancel').click()

  await button(page, 'Tell me when it’s back').click()
  await expect(button(page, 'Stop waiting')).toBeVisible()
  await org.changePlant(id, { status: 'ONLINE' })
  await button(page, 'Refresh now').click()
  const notice = page.getByRole('alert').filter({ hasText: 'BESS Chomutov is connected again' })
  await expect(notice).toContainText('Nothing was sent')
  await page.getByRole('link', { name: 'Plants' }).first().click()
  await expect(commandField(page)).toHaveCount(0)
  await notice.getByRole('link', { name: 'Open commands' }).click()
  await expect(page).toHaveURL(new RegExp(`/plants/${id}/commands$`))
  await expect(commandField(page)).toBeVisible()
  await expect(notice).toHaveCount(0)
  expect(await recordedCommands(org, id)).toBe(1)
})

test('a confirmation expires after 30 seconds and can be renewed', async ({
  page,
  organization,
}) => {
  const { id, rows } = onePlant({ status: 'ONLINE' })
  const org = await organization({ rows })
  await org.takeClock(page)
  await org.open(page, `/plants/${id}/commands`, 'operator')
  await reviewCommand(page, 'HOLD')
  await page.clock.runFor(31_000)
  await expect(openDialog(page).getByRole('status')).toContainText([
    /This confirmation has expired/,
  ])
  await expect(button(page, 'Send HOLD')).toHaveAccessibleDescription(
    /This confirmation has expired after 30 s\. Check again to continue\./,
  )
  // The focus leaves the button that no longer does anything, and comes back to it.
  await expect(button(page, 'Check again')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button(page, 'Send HOLD')).toBeFocused()
  expect(await recordedCommands(org, id)).toBe(0)
  await page.clock.runFor(1_000)
  await page.keyboard.press('Enter')
  await expect(openDialog(page)).toHaveCount(0)
  expect(await recordedCommands(org, id)).toBe(1)
})

test('a double click and a held Enter send one command', async ({ page, organization }) => {
  const { id, org } = await openCommands({ page, organization })
  await reviewCommand(page, 'HOLD')
  await button(page, 'Send HOLD').dblclick()
  await expect(sentItems(page)).toHaveCount(1)
  await commandField(page).fill('DEFAULT')
  await button(page, 'Send command').click()
  await expect(button(page, 'Send DEFAULT')).toBeFocused()
  await expect(button(page, 'Send DEFAULT')).not.toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.down('Enter')
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Enter')
  await expect(sentItems(page)).toHaveCount(2)
  await expect(openDialog(page)).toHaveCount(0)
  // The focus is back on the button, which the key must not press.
  await expect(button(page, 'Send command')).toBeFocused()
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(openDialog(page)).toHaveCount(0)
  expect(await recordedCommands(org, id)).toBe(2)
})

test('two quick Enters open the confirmation, but don’t answer it', async ({
  page,
  organization,
}) => {
  const { id, org } = await openCommands({ page, organization })
  await commandField(page).fill('HOLD')
  await commandField(page).press('Escape')
  await page.keyboard.press('Enter')
  await expect(button(page, 'Send HOLD')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(openDialog(page)).toBeVisible()
  expect(await recordedCommands(org, id)).toBe(0)
})

test('the same command sent twice is two commands, not one recorded twice', async ({
  page,
  organization,
}) => {
  const { id, org } = await openCommands({ page, organization })
  await sendCommand(page, 'HOLD')
  await expect(sentItems(page)).toHaveCount(1)
  await sendCommand(page, 'HOLD')
  await expect(sentItems(page)).toHaveCount(2)
  await button(page, 'Refresh now').click()
  await expect(page.getByRole('row', { name: /HOLD/ })).toHaveCount(2)
  await expect(page.getByText(/Recorded \d/)).toHaveCount(0)
  expect(await recordedCommands(org, id)).toBe(2)
})

test('a draft and the sent commands survive a reload, and nothing is sent by it', async ({
  page,
  organization,
}) => {
  const { id, org } = await openCommands({ page, organization })
  await sendCommand(page, 'HOLD')
  await expect(sentItems(page)).toHaveCount(1)
  await expect(openDialog(page)).toHaveCount(0)
  await commandField(page).fill('CHARGE')
  await payloadField(page).fill('{"powerKw": 5}')
  await expect.poll(() => storedDrafts(page)).toContain('"powerKw": 5')
  await page.reload()
  await expect(commandField(page)).toHaveValue('CHARGE')
  await expect(payloadField(page)).toHaveValue('{"powerKw": 5}')
  await expect(sentItems(page)).toContainText('HOLD')
  expect(await recordedCommands(org, id)).toBe(1)
})

test('no command and no payload comes from the address', async ({ page, organization }) => {
  const { id, rows } = onePlant({ status: 'ONLINE' })
  const org = await organization({ rows })
  const query = 'command=reboot&payload=%7B%22a%22%3A1%7D&target=E1'
  await org.open(page, `/plants/${id}/commands?${query}`, 'operator')
  await expect(commandField(page)).toHaveValue('')
  await expect(payloadField(page)).toHaveValue('')
})

test('support staff can read the commands, but not send any', async ({ page, organization }) => {
  await openCommands({ page, organization }, { role: 'support' })
  const form = page.getByRole('region', { name: 'Compose and send' })
  await expect(form.getByRole('paragraph').filter({ hasText: /^Only operators/ })).toBeVisible()
  await expect(button(page, 'Send command')).toHaveAccessibleDescription(
    'Only operators and administrators can send commands.',
  )
})

test('parameters of a template’s action are fields that write the payload', async ({
  page,
  organization,
}) => {
  const { org, id } = await chargingPlant(organization)
  await org.open(page, `/plants/${id}/commands`, 'operator')
  await commandField(page).fill('CHARGE')
  await page.getByRole('option', { name: /^CHARGE Charge$/ }).click()
  await page.getByRole('textbox', { name: 'powerKw' }).fill('')
  await expect(page.getByText('Not a number, so it is sent as text.')).toBeVisible()
  await page.getByRole('textbox', { name: 'powerKw' }).fill('12,50')
  await expect(payloadField(page)).toHaveValue('{\n  "powerKw": 12.50,\n  "durationMin": 30\n}')
  // The payload of another command would be refused at best.
  await commandField(page).fill('HOLD')
  await page.getByRole('option', { name: /^HOLD Hold$/ }).click()
  await expect(payloadField(page)).toHaveValue('')
})
