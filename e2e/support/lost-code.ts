import type { Locator, Page } from '@playwright/test'

/** Removes the code of one part of the application from the server, as a deploy does. */
export async function lose(page: Page, part: string): Promise<void> {
  await page.route(new RegExp(`/assets/${part}-[^/]+\\.js`), (route) =>
    route.fulfill({ status: 404, body: 'Not found' }),
  )
}

/** Lets the server have another version: its start page loads another entry. */
export async function deployAnother(page: Page): Promise<void> {
  await page.route(
    ({ pathname }) => pathname === '/',
    (route) =>
      route.request().resourceType() === 'document'
        ? route.continue()
        : route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><script type="module" src="/assets/main-0ther000.js"></script>',
          }),
  )
}

/** The panel in the place of a part whose code is missing. */
export const missingPart = (within: Page | Locator): Locator =>
  within.getByRole('alert').filter({ hasText: 'Couldn’t load this part' })

/** Marks the page; the returned function tells whether it is still the same one. */
export async function onSamePage(page: Page): Promise<() => Promise<boolean>> {
  const mark = crypto.randomUUID()
  await page.evaluate((given) => document.documentElement.setAttribute('data-mark', given), mark)
  return async () => (await page.locator('html').getAttribute('data-mark')) === mark
}

/** An active plant of one's own. */
export function plantRow(fields: Record<string, unknown> = {}) {
  const row = { id: crypto.randomUUID(), name: 'FVE Zlín', serialNumber: 'C-1' }
  return { ...row, lifecycleStatus: 'ACTIVE', ...fields }
}
