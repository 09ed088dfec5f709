import type { Page } from '@playwright/test'

/** Opens the menu of a button and chooses an item. */
export async function chooseInMenu(
  page: Page,
  menu: string | RegExp,
  item: string | RegExp,
): Promise<void> {
  await page.getByRole('button', { name: menu }).click()
  await page.getByRole('menuitem', { name: item }).click()
}
