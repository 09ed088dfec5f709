import type { Page } from '@playwright/test'
import {
  commandField,
  openCommands,
  payloadField,
  sendCommand,
  sentItems,
  storedDrafts,
} from '../support/commands'
import { button, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'

test('a stored target that can’t be sent is named, before and in the confirmation', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  await openCommands({ page, organization })
  await commandField(page).fill('HOLD')
  await page.getByRole('combobox', { name: 'Target' }).fill('BAT-1')
  await payloadField(page).fill('{"minutes": 5}')
  await expect.poll(() => storedDrafts(page)).toContain('"minutes": 5')
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
  // The platform refuses repeated names; others may take one of them.
  await expect(page.getByRole('dialog', { name: 'Sending “HOLD” was refused' })).toBeVisible()
  await expect(sentItems(page)).toHaveCount(2)
})

test('a command to another target or with another payload isn’t the same command', async ({
  page,
  organization,
}) => {
  await openCommands({ page, organization })
  await sendCommand(page, 'HOLD', '{"minutes": 5}')
  await expect(sentItems(page)).toContainText('Accepted')
  const same = openDialog(page).getByText('The same command')
  const review = async (target: string, minutes: number) => {
    await commandField(page).fill('HOLD')
    await page.getByRole('combobox', { name: 'Target' }).fill(target)
    await payloadField(page).fill(`{"minutes": ${minutes}}`)
    await button(page, 'Send command').click()
    await expect(button(page, 'Send HOLD')).not.toHaveAttribute('aria-disabled', 'true')
  }
  await review('', 5)
  await expect(same).toBeVisible()
  for (const [target, minutes] of [
    ['BAT-1', 5],
    ['', 6],
  ] as const) {
    await button(page, 'Cancel').click()
    await review(target, minutes)
    await expect(same).toHaveCount(0)
  }
})

test('a reload restores the tab’s own draft, and a draft of another tab is named and can be discarded', async ({
  page,
  context,
  organization,
}) => {
  const { id } = await openCommands({ page, organization })
  const foreign = (tab: Page) => tab.getByText('This draft was written in another tab')
  const target = (tab: Page) => tab.getByRole('combobox', { name: 'Target' })
  await commandField(page).fill('HOLD')
  await target(page).fill('INV1')
  await payloadField(page).fill('{"minutes": 5}')
  await expect.poll(() => storedDrafts(page)).toContain('"minutes": 5')

  const second = await context.newPage()
  await second.goto(`/plants/${id}/commands`)
  await expect(foreign(second)).toBeVisible()
  await expect(target(second)).toHaveValue('INV1')
  // Merely looking at it doesn't make it the tab's own.
  await second.reload()
  await expect(foreign(second)).toBeVisible()
  await target(second).fill('INV2')
  await expect.poll(() => storedDrafts(second)).toContain('INV2')
  await second.reload()
  await expect(target(second)).toHaveValue('INV2')
  await expect(foreign(second)).toHaveCount(0)

  await page.reload()
  await expect(target(page)).toHaveValue('INV1')
  await expect(payloadField(page)).toHaveValue('{"minutes": 5}')
  await expect(foreign(page)).toHaveCount(0)

  const third = await context.newPage()
  await third.goto(`/plants/${id}/commands`)
  await expect(target(third)).toHaveValue('INV2')
  await button(third, 'Discard draft').click()
  await expect(foreign(third)).toHaveCount(0)
  await expect(target(third)).toHaveValue('')
  await page.reload()
  await expect(target(page)).toHaveValue('INV1')

  await button(page, 'Sign out').click()
  for (const tab of [page, second, third]) {
    await expect(button(tab, 'Sign in')).toBeVisible()
    const keys = await tab.evaluate(() => Object.keys(sessionStorage))
    // After a reload, the router's own scroll positions stay.
    expect(keys.filter((key) => key.includes('plantdeck'))).toEqual([])
  }
})
