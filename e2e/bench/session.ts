import type { Browser } from '@playwright/test'
import { demoUser } from '../support/platform.ts'

/** Signs in through the form and returns the tab's sessionStorage, with which another tab opens signed in. */
export async function storedSession(
  browser: Browser,
  url: string,
): Promise<Record<string, string>> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(`${url}/sign-in`)
    await page.getByLabel('Username').fill(demoUser.username)
    await page.getByLabel('Password', { exact: true }).fill(demoUser.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL((at) => !at.pathname.startsWith('/sign-in'))
    await page.waitForFunction(() => sessionStorage.length > 0)
    return await page.evaluate(() => Object.fromEntries(Object.entries(sessionStorage)))
  } finally {
    await context.close()
  }
}
