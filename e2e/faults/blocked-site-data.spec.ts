import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/fixtures'

test.use({ isFleetListHeld: true })

/** Profile preferences that block cookies, and with them all site data. */
const blockCookies = { profile: { default_content_setting_values: { cookies: 2 } } }

test('signing in, using the dashboard and signing out work while site data is blocked', async ({
  playwright,
  launchOptions,
  baseURL,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  const profile = mkdtempSync(join(tmpdir(), 'plantdeck-profile-'))
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(blockCookies))
  const context = await playwright.chromium.launchPersistentContext(profile, {
    ...launchOptions,
    baseURL: baseURL ?? '',
  })
  const problems: string[] = []
  context.on('weberror', (error) => problems.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  try {
    const page = await context.newPage()
    await page.goto('/sign-in?redirect=/plants')
    const refused = await page.evaluate(() =>
      navigator.locks.request('x', () => '').catch((error: unknown) => String(error)),
    )
    expect(refused).toContain('SecurityError')
    await org.open(page)
    // Not the words of the server's page, which the list of the fleet soon replaces.
    await expect(page.getByRole('row')).toHaveCount(2)
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await page.getByRole('link', { name: 'Energy' }).click()
    await expect(page.getByText('doesn’t let Plantdeck store readings')).toBeVisible()
    const second = await context.newPage()
    await second.goto('/plants')
    await expect(second.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByText('You signed out.')).toBeVisible()
    expect(problems).toEqual([])
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
})
