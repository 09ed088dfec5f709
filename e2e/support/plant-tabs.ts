import type { Locator, Page } from '@playwright/test'

/** Returns the links to the parts of a plant. */
export const plantTabs = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Parts of the plant' }).getByRole('link')

export const plantTab = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('navigation', { name: 'Parts of the plant' }).getByRole('link', { name })
