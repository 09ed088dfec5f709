import {
  chargingPlant,
  commandField,
  openCommands,
  payloadField,
  recordedCommands,
  reviewCommand,
  sendCommand,
  sentItems,
} from '../support/commands'
import { button, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'
import { plantTab } from '../support/plant-tabs'

test('parameters that don’t fit the plant’s template are named in the form and in the confirmation', async ({
  page,
  organization,
}) => {
  const { org, id } = await chargingPlant(organization)
  await org.open(page, `/plants/${id}/commands`, 'operator')
  await commandField(page).fill('CHARGE')
  await page.getByRole('option', { name: /^CHARGE Charge$/ }).click()
  const power = page.getByRole('textbox', { name: 'powerKw' })
  await expect(power).toHaveAccessibleDescription('More than 0 kW; example: 50')
  await expect(payloadField(page)).toHaveAccessibleDescription(/the template’s example values/)
  await button(page, 'Send command').click()
  await expect(openDialog(page)).toContainText('The values are the template’s examples, unchanged.')
  await expect(openDialog(page).getByRole('listitem')).toHaveCount(0)
  await button(page, 'Cancel').click()

  await power.fill('-9999')
  await page.getByRole('textbox', { name: 'durationMin' }).fill('abc')
  await expect(power).toHaveAccessibleDescription(/powerKw is -9999/)
  await expect(payloadField(page)).not.toHaveAccessibleDescription(/example values/)
  await button(page, 'Send command').click()
  await expect(openDialog(page)).toContainText(
    'powerKw is -9999; the template allows: more than 0 kW.',
  )
  await expect(openDialog(page)).toContainText(
    'durationMin is a text; the template asks for a number.',
  )
  await expect(openDialog(page)).not.toContainText('examples, unchanged')
  await button(page, 'Cancel').click()

  await payloadField(page).fill('{"powrKw": 9007199254740993}')
  await expect(power).toHaveValue('')
  await expect(power).toHaveAccessibleDescription(/^Required by the template/)
  await expect(power).not.toHaveAttribute('aria-invalid', 'true')
  await button(page, 'Send command').click()
  for (const warning of [
    'powerKw is missing; the template requires it.',
    'durationMin is missing; the template requires it.',
    'powrKw isn’t among the template’s parameters (powerKw, durationMin).',
    'The plant may read 9007199254740993 as 9007199254740992.',
  ]) {
    await expect(openDialog(page)).toContainText(warning)
  }
  await button(page, 'Cancel').click()
  await power.fill('5')
  await expect(payloadField(page)).toHaveValue('{"powrKw": 9007199254740993, "powerKw": 5}')
  expect(await recordedCommands(org, id)).toBe(0)
})

test('an action chosen without its parameters shows hints, and Enter alone doesn’t send it', async ({
  page,
  organization,
}) => {
  const { org, id } = await chargingPlant(organization)
  await org.open(page, `/plants/${id}/commands`, 'operator')
  await commandField(page).fill('CHARGE')
  await commandField(page).press('Escape')
  const power = page.getByRole('textbox', { name: 'powerKw' })
  await expect(power).toHaveAccessibleDescription(/^Required by the template/)
  await expect(page.getByText('is missing')).toHaveCount(0)
  await button(page, 'Send command').click()
  await expect(openDialog(page)).toContainText('powerKw is missing')
  await expect(openDialog(page).getByRole('listitem').first()).toBeVisible()
  await expect(button(page, 'Cancel')).toBeFocused()
  await expect(button(page, 'Send CHARGE')).not.toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Enter')
  await expect(openDialog(page)).toHaveCount(0)
  expect(await recordedCommands(org, id)).toBe(0)

  await power.fill('5')
  await page.getByRole('textbox', { name: 'durationMin' }).fill('10')
  await button(page, 'Send command').click()
  await expect(button(page, 'Send CHARGE')).toBeFocused()
})

for (const { mistake, words } of [
  { mistake: '{"a": 1,}', words: 'Line 1, column 8: nothing follows this comma; remove it.' },
  { mistake: "{'a': 1}", words: 'Line 1, column 2: use double quotes (") around a name.' },
]) {
  test(`says in plain words what is wrong with ${mistake}`, async ({ page, organization }) => {
    await openCommands({ page, organization })
    await commandField(page).fill('HOLD')
    await payloadField(page).fill(mistake)
    await button(page, 'Send command').click()
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
    await expect(openDialog(page)).toHaveCount(0)
  })
}

test('a suspended plant is named as such before composing, and its return can be awaited', async ({
  page,
  organization,
}) => {
  const suspended = { status: 'OFFLINE', lifecycleStatus: 'SUSPENDED' }
  const { id, org } = await openCommands({ page, organization }, { plant: suspended })
  const notice = page.getByRole('status').filter({ hasText: 'The plant is suspended' })
  await expect(notice).toContainText('The plant is offline')
  await expect(button(page, 'Tell me when it’s back')).toBeVisible()
  await org.changePlant(id, { lifecycleStatus: 'REVOKED' })
  await button(page, 'Refresh now').click()
  await expect(page.getByRole('status').filter({ hasText: 'The plant is revoked' })).toBeVisible()
  await expect(button(page, 'Tell me when it’s back')).toHaveCount(0)
})

test('the labels of recent commands show where their payloads differ', async ({
  page,
  organization,
}) => {
  await openCommands({ page, organization })
  await sendCommand(page, 'SET_DEFAULTS', '{"mode": "ECO", "level": 1}')
  await expect(sentItems(page)).toHaveCount(1)
  await sendCommand(page, 'SET_DEFAULTS', '{"mode": "ECO", "level": 2}')
  await expect(sentItems(page)).toHaveCount(2)
  await expect(sentItems(page).nth(0)).toContainText('{"mode": "ECO", "level": 2}')
  await expect(sentItems(page).nth(1)).toContainText('{"mode": "ECO", "level": 1}')
  const recent = page.getByRole('group', { name: 'Recent commands' })
  await expect(recent.getByRole('button')).toHaveText([
    /^SET_DEFAULTS · level 2, mode ECO/,
    /^SET_DEFAULTS · level 1, mode ECO/,
  ])
  await recent.getByRole('button', { name: /level 1/ }).click()
  await expect(payloadField(page)).toHaveValue('{"mode": "ECO", "level": 1}')
})

test('suggests the sub-devices that a plant names in its information', async ({
  page,
  organization,
}) => {
  const { id, rows } = onePlant({ lifecycleStatus: 'PENDING' })
  const org = await organization({ rows })
  await org.connectPlant(id)
  await org.open(page, `/plants/${id}/commands`, 'operator')
  await sendCommand(page, 'GET_INFO')
  await expect(sentItems(page)).toContainText('Acknowledged OK')
  await expect(page.getByRole('option', { name: 'E1', includeHidden: true })).toHaveCount(1)
  await org.disconnectPlant(id)
})

test('the browser’s Back closes the confirmation, and neither Forward nor a reload opens it', async ({
  page,
  organization,
}) => {
  const { id, org } = await openCommands({ page, organization })
  await reviewCommand(page, 'HOLD')
  await expect(page).toHaveURL(/\/commands\?confirm=true$/)
  await page.goBack()
  await expect(openDialog(page)).toHaveCount(0)
  await expect(commandField(page)).toHaveValue('HOLD')
  await expect(page).toHaveURL(/\/commands$/)
  await page.goForward()
  await expect(page).toHaveURL(/\/commands$/)
  await expect(openDialog(page)).toHaveCount(0)

  await button(page, 'Send command').click()
  await expect(openDialog(page)).toContainText('What is sent')
  await page.reload()
  await expect(commandField(page)).toHaveValue('HOLD')
  await expect(page).toHaveURL(/\/commands$/)
  await expect(openDialog(page)).toHaveCount(0)
  expect(await recordedCommands(org, id)).toBe(0)
})

test('a phone shows the open tab and the composer, and why actions are unavailable @phone', async ({
  page,
  organization,
}) => {
  const { id, rows } = onePlant({ status: 'ONLINE' })
  const org = await organization({ rows })
  await org.addAlerts(id, [{ message: 'Too hot' }])
  await org.open(page, `/plants/${id}/commands`, 'operator')
  await expect(plantTab(page, /Alerts.*1/)).toBeVisible()
  await expect(plantTab(page, 'Commands')).toBeInViewport({ ratio: 1 })
  await expect(commandField(page)).toBeInViewport({ ratio: 1 })
  await expect(button(page, 'Suspend')).toHaveCount(0)
  await button(page, 'Actions').click()
  await expect(page.getByRole('menuitem', { name: 'Suspend' })).toHaveAccessibleDescription(
    'Only administrators can suspend plants.',
  )
})

test('Enter takes the marked suggestion, or closes the list, before it submits', async ({
  page,
  organization,
}) => {
  const { id, org } = await openCommands({ page, organization })
  const option = page.getByRole('option', { name: /^GET_INFO/ })
  await commandField(page).pressSequentially('GET_')
  await expect(option).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(option).toHaveCount(0)
  await expect(openDialog(page)).toHaveCount(0)
  await expect(commandField(page)).toHaveValue('GET_')
  await expect(commandField(page)).toBeFocused()

  await page.keyboard.type('I')
  await page.keyboard.press('ArrowDown')
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.down('Enter')
  // A key that is held takes the suggestion only.
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(commandField(page)).toHaveValue('GET_INFO')
  await expect(openDialog(page)).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(button(page, 'Send GET_INFO')).toBeFocused()
  expect(await recordedCommands(org, id)).toBe(0)
})
