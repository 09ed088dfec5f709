import { expect, test } from '../support/fixtures'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('calls can be tried as a user, and the token is kept in the page only', async ({
  page,
  organization,
}) => {
  const org = await organization()
  const { username, password } = org.users.support
  await page.goto('/docs/')
  await page.getByRole('button', { name: 'Authorize', exact: true }).click()
  const dialog = page.locator('.modal-ux')
  await expect(dialog.getByLabel('client_id')).toHaveValue('plantdeck')
  await dialog.getByLabel('username').fill(username)
  await dialog.getByLabel('password').fill(password)
  await dialog.getByRole('button', { name: 'Apply given OAuth2 credentials' }).click()
  await dialog.locator('form').getByRole('button', { name: 'Close' }).click()

  const operation = page.locator('#operations-Accounts-listOrganizations')
  await operation.getByText('/organizations').click()
  await operation.getByRole('button', { name: 'Try it out' }).click()
  await operation.getByRole('button', { name: 'Execute' }).click()
  await expect(operation.locator('.live-responses-table')).toContainText(org.id)
  const stored = () =>
    page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
  expect(await stored()).toEqual([])
})

test('commands are copied with the address of the page', async ({ page, baseURL }) => {
  await page.goto('/docs/')
  await page.getByText('With a username and a password', { exact: true }).click()
  await page.getByRole('button', { name: 'Copy' }).first().click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain(`curl -s ${baseURL}/oauth2/v1/token `)
})

test('follows the system’s theme, and the one chosen in the dashboard', async ({ page }) => {
  const isDark = () => page.evaluate(() => document.documentElement.classList.contains('dark-mode'))
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/docs/')
  expect(await isDark()).toBe(false)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(isDark).toBe(true)
  await page.evaluate(() => localStorage.setItem('plantdeck.preference.theme', 'light'))
  await page.reload()
  expect(await isDark()).toBe(false)
})
