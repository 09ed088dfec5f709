import type { Page } from '@playwright/test'

/** Stores a preference in the browser before any page is opened, as if it had been chosen earlier. */
export const setPreference = (page: Page, name: string, value: string) =>
  page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
    `plantdeck.preference.${name}`,
    value,
  ] as const)
