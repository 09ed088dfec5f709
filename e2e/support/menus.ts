import type { Page } from '@playwright/test'
import { button } from './dialogs'

/** Opens the menu of a button and chooses an item. */
export async function chooseInMenu(page: Page, menu: string, item: string | RegExp): Promise<void> {
  await button(page, menu).click()
  await page.getByRole('menuitem', { name: item }).click()
}
