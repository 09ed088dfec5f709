import type { Locator, Page } from '@playwright/test'

/** A tile or a chart of the overview, by its title. */
export const overviewPanel = (page: Page, title: string | RegExp): Locator =>
  page
    .getByRole('region', { name: title })
    .filter({ has: page.getByRole('heading', { name: title }) })

/** The line of a value in a tile: its word, its count and its share. */
export const tileLine = (page: Page, tile: string, text: string): Locator =>
  overviewPanel(page, tile).getByRole('listitem').filter({ hasText: text })
