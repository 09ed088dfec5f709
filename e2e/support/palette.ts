import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

export const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Search' })

/** Search of the palette; the list's has a shorter name. */
export const paletteSearch = (page: Page): Locator =>
  page.getByRole('combobox', { name: /^Search plants, pages/ })

export const paletteOption = (page: Page, name: string | RegExp): Locator =>
  palette(page).getByRole('option', { name })

/** Says how much of the fleet the palette has searched. */
export const paletteStatus = (page: Page): Locator => palette(page).getByRole('status')

export async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(paletteSearch(page)).toBeFocused()
}

export async function closePalette(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(palette(page)).toHaveCount(0)
}
