import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { openPalette } from '../support/palette'

test.use({ isFleetListHeld: true })

/** Presses Tab until the control has the focus, as a keyboard user does. */
async function tabTo(page: Page, control: Locator, key = 'Tab'): Promise<void> {
  await expect(control).toBeVisible()
  for (let presses = 0; presses < 40; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${control} cannot be reached with ${key}`)
}

test('signing in, filtering, opening and creating a plant, and signing out need no mouse', async ({
  page,
  organization,
}) => {
  const org = await organization({
    rows: [
      { name: 'With a token', serialNumber: 'K-1', authMethod: 'TOKEN' },
      { name: 'With a certificate', serialNumber: 'K-2' },
    ],
  })
  const { username, password } = org.users.admin
  const { keyboard } = page
  await page.goto('/plants')
  await expect(page.getByLabel('Username')).toBeFocused()
  await keyboard.type(username)
  await tabTo(page, page.getByLabel('Password'))
  await keyboard.type(password)
  await keyboard.press('Enter')
  await expect(page.getByText('1–2 of 2')).toBeVisible()

  await tabTo(page, page.getByLabel('Authentication method'))
  await keyboard.press('T')
  await expect(page.getByText('1–1 of 1')).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: 'With a token' }))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'With a token' })).toBeVisible()
  // The followed link is gone and the focus with it, so the focus moves to the content.
  await expect(page.getByRole('main')).toBeFocused()

  await openPalette(page)
  await keyboard.type('new plant')
  await expect(page.getByRole('option', { name: 'New plant' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New plant' })
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
  await keyboard.type('Without a mouse')
  await tabTo(page, dialog.getByLabel('Serial number'))
  await keyboard.type('K-3')
  await tabTo(page, dialog.getByLabel('Type'))
  await keyboard.press('G')
  await tabTo(page, dialog.getByRole('button', { name: 'Create plant' }))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Without a mouse' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Provision' }))

  const view = page.getByRole('button', { name: 'View' })
  await tabTo(page, view)
  await keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Match system' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(view).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Sign out' }))
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

test('the first Tab stop is a link that skips to the content', async ({ page, organization }) => {
  const org = await organization({ plants: 2 })
  await org.open(page, '/plants')
  await expect(page.getByText('1–2 of 2')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1–2 of 2')).toBeVisible()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, page.getByLabel('Authentication method'))
})

test('a dialog traps the focus, and returns it to the opening button', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page, '/plants')
  const opener = page.getByRole('button', { name: 'New plant' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New plant' })
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab')
    await expect(dialog.locator(':focus')).toHaveCount(1)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(opener).toBeFocused()
})
