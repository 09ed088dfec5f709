import type { Locator, Page } from '@playwright/test'

/** Returns the value beside a label, on a page or in a dialog. */
export const fact = (within: Page | Locator, label: string): Locator =>
  within
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::dd')
