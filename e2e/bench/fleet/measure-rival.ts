// Measures a rival's page.
import type { Browser } from '@playwright/test'
import { type FleetFigures, measureKeys, measureSlowKeys, openPage } from './measure-keys.ts'
import { measureScroll, painted } from './probes.ts'

/** Measures a page that shows its number of plants when it is ready. */
export async function measureRival(browser: Browser, url: string): Promise<Partial<FleetFigures>> {
  const page = await openPage(browser)
  try {
    await page.goto(url)
    await page.waitForFunction(
      () => document.querySelector('#count')?.textContent !== '',
      undefined,
      {
        timeout: 120_000,
      },
    )
    const keys = await measureKeys(page, 'input', '#rows')
    const slowKeyMs = await measureSlowKeys(page, 'input', '#rows')
    const sortMs = await painted(page, '#rows', () =>
      page.evaluate(() => (globalThis as unknown as { sortByName: () => void }).sortByName()),
    )
    const frames = await measureScroll(page, '#rows')
    return { ...keys, slowKeyMs, sortMs, ...frames }
  } finally {
    await page.context().close()
  }
}
