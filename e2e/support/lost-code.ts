import type { Locator, Page, Response } from '@playwright/test'

/** Removes the code of one part of the application from the server, as a deploy does. */
export async function removeCode(page: Page, part: string): Promise<void> {
  await page.route(new RegExp(`/assets/${part}-[^/]+\\.js`), (route) =>
    route.fulfill({ status: 404, body: 'Not found' }),
  )
}

/** Waits for the response with the code of a part. */
export function responseWith(page: Page, part: string): Promise<Response> {
  // A hash of 8 characters, so that `form` isn't taken for `form-messages`.
  return page.waitForResponse(new RegExp(`/assets/${part}-[\\w-]{8}\\.js`))
}

/** Resolves once the page has run the code in a response, with all that it imports. */
export async function runCode(page: Page, response: Response): Promise<void> {
  await page.evaluate(`import(${JSON.stringify(response.url())}).then(() => undefined)`)
}

/** Delays the code of a part; the returned function lets the request fail with 404. */
export async function delayMissingCode(page: Page, part: string): Promise<() => void> {
  let fail = (): void => undefined
  const failed = new Promise<void>((resolve) => {
    fail = resolve
  })
  await page.route(new RegExp(`/assets/${part}-[^/]+\\.js`), async (route) => {
    await failed
    await route.fulfill({ status: 404, body: 'Not found' })
  })
  return fail
}

/** Deploys another version: the server's start page loads another entry script. */
export async function deployNewVersion(page: Page): Promise<void> {
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

/** Returns the panel shown in place of a part whose code is missing. */
export const missingPart = (within: Page | Locator): Locator =>
  within.getByRole('alert').filter({ hasText: 'Couldn’t load this part' })

/** Marks the page; the returned function resolves to true until the page is reloaded. */
export async function markPage(page: Page): Promise<() => Promise<boolean>> {
  const mark = crypto.randomUUID()
  await page.evaluate((given) => document.documentElement.setAttribute('data-mark', given), mark)
  return async () => (await page.locator('html').getAttribute('data-mark')) === mark
}
