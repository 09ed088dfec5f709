import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { confirmButton, typedSerialNumber } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPalette, paletteSearch } from '../support/palette'

/** Starts a composition with an input method in the focused field, without committing the text. */
async function compose(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const end = text.length
  await session.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end })
  await session.detach()
}

/** Presses a key as another keyboard layout would report it. */
const press = (page: Page, key: Record<string, unknown>) =>
  page.locator('body').dispatchEvent('keydown', { bubbles: true, cancelable: true, ...key })

test('shortcuts follow the letter on Dvorak, and the key position on a Cyrillic layout', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  await org.open(page, '/plants')
  const dialog = page.getByRole('dialog')
  await press(page, { key: 't', code: 'KeyK', ctrlKey: true })
  await press(page, { key: 'л', code: 'KeyK', ctrlKey: true })
  await expect(paletteSearch(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await press(page, { key: '?', code: 'Digit7', shiftKey: true })
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
})

test('Enter that commits a composed word neither submits nor selects', async ({
  page,
  organization,
}) => {
  const id = randomUUID()
  const plant = { id, name: 'プラント', serialNumber: 'I-1', lifecycleStatus: 'ACTIVE' }
  const org = await organization({ rows: [plant] })
  await page.goto(`/plants/${id}`)
  await page.getByLabel('Username').focus()
  await compose(page, 'プラ')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Username')).toHaveValue('プラ')
  await expect(page.getByText('Enter your password.')).toHaveCount(0)
  await org.fillSignIn(page)
  await expect(page.getByRole('heading', { name: 'プラント' })).toBeVisible()

  await openPalette(page)
  const search = paletteSearch(page)
  await compose(page, 'プラ')
  await expect(page.getByRole('option', { name: /プラント/ })).toBeVisible()
  for (const key of ['ArrowDown', 'Enter', 'Escape']) await page.keyboard.press(key)
  await search.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229 })
  await expect(search).toBeVisible()
  await search.fill('')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.goto(`/plants/${id}/security?action=revoke`)
  const typed = typedSerialNumber(page)
  await typed.focus()
  await compose(page, 'I-1')
  await expect(confirmButton(page)).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  expect(await org.requests('POST', /revoke$/)).toEqual([])
  await typed.fill('I-1')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  expect(await org.requests('POST', /revoke$/)).toHaveLength(1)
})
