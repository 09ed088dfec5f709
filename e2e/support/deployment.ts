import type { Page } from '@playwright/test'

/** Changes a setting of the deployment. */
export async function configure(page: Page, change: Record<string, unknown>): Promise<void> {
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch()
    const config = (await response.json()) as Record<string, unknown>
    await route.fulfill({ response, json: { ...config, ...change } })
  })
}
