import {
  commandField,
  openCommands,
  payloadField,
  sentItems,
  storedDraft,
} from '../support/commands'
import { button, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'

test('a stored target that can’t be sent is named, before and in the confirmation', async ({
  page,
  organization,
}) => {
  await openCommands({ page, organization })
  await commandField(page).fill('HOLD')
  await page.getByRole('combobox', { name: 'Target' }).fill('BAT-1')
  await payloadField(page).fill('{"minutes": 5}')
  await expect.poll(() => storedDraft(page)).toContain('"minutes": 5')
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch()
    const config: object = await response.json()
    await route.fulfill({ response, json: { ...config, commandTargetKey: null } })
  })
  await page.reload()
  await expect(commandField(page)).toHaveValue('HOLD')
  const lost = page.getByText('This command was written for the target BAT-1')
  await expect(lost).toBeVisible()

  await button(page, 'Send command').click()
  await expect(openDialog(page)).toContainText('the target BAT-1, which isn’t sent')
  await expect(openDialog(page).getByRole('region', { name: 'What is sent' })).not.toContainText(
    'BAT-1',
  )
  await button(page, 'Send HOLD').click()
  await expect(sentItems(page)).toHaveCount(1)
  await expect(sentItems(page)).not.toContainText('BAT-1')

  await button(page, 'Remove target').click()
  await expect(lost).toBeHidden()
  await payloadField(page).fill('{"minutes": 6, "minutes": 7}')
  await expect(page.getByText('The payload names "minutes" more than once')).toBeVisible()
  await button(page, 'Send command').click()
  await expect(openDialog(page)).not.toContainText('which isn’t sent')
  await expect(openDialog(page)).toContainText('The payload names "minutes" more than once')
  await button(page, 'Send HOLD').click()
  await expect(sentItems(page)).toHaveCount(2)
})
