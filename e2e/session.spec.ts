import { button, sessionOver } from './support/dialogs'
import { expect, test } from './support/fixtures'
import { openPlants } from './support/fleet-list'
import { chooseInMenu } from './support/menus'
import { fillNewPlant } from './support/new-plant'
import { setPreference } from './support/preferences'

test.use({ isFleetListHeld: true })

const plantsHeading = { name: /^Plants/ }

test('opens the requested page after signing in', async ({ page, organization }) => {
  const org = await organization({ plants: 60 })
  await org.open(page, '/plants?page=2&limit=50')
  await expect(page).toHaveURL(/\/plants\?page=2&limit=50$/)
  await expect(page).toHaveTitle('Plants · Plantdeck')
  await expect(page.getByText('51–60 of 60')).toBeVisible()
})

test('reports an incorrect password, and clears the field for another attempt', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  const org = await organization()
  await page.goto('/sign-in?redirect=/plants')
  await page.getByLabel('Username').fill(org.users.admin.username)
  await page.getByLabel('Password').fill('not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').getByText('Incorrect username or password')).toBeVisible()
  await expect(page.getByLabel('Password')).toBeFocused()
  await expect(page.getByLabel('Password')).toHaveValue('')
  await page.getByLabel('Password').fill(org.users.admin.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', plantsHeading)).toBeVisible()
})

test('reports a missing username and an incorrect client ID', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 401/)
  const org = await organization()
  await page.goto('/sign-in?redirect=/plants')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Enter your username.')).toBeVisible()
  await expect(page.getByLabel('Username')).toBeFocused()
  await page.getByText('Advanced').click()
  await expect(page.getByLabel('Client ID')).toHaveValue('plantdeck')
  await page.getByLabel('Client ID').fill('unknown-client')
  await org.fillSignIn(page)
  await expect(
    page.getByRole('alert').getByText('Incorrect client ID or client secret'),
  ).toBeVisible()
})

test('reports an unreachable server, and keeps the username', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|Failed to load/)
  const org = await organization()
  await page.goto('/sign-in?redirect=/plants')
  await org.fault({ path: '/oauth2/v1/token', kind: 'drop-before', times: 3 })
  await org.fillSignIn(page)
  await expect(page.getByText('Couldn’t reach the server')).toBeVisible()
  await expect(page.getByLabel('Username')).toHaveValue(org.users.admin.username)
})

test('follows no ?redirect= to another site or an unknown page after signing in', async ({
  page,
  organization,
}) => {
  const org = await organization()
  for (const target of ['https://example.com/', '//example.com/', '/nowhere', '/sign-in']) {
    await org.open(page, `/sign-in?redirect=${encodeURIComponent(target)}`)
    await expect(page).toHaveURL(/localhost:\d+\/$/)
    await button(page, 'Sign out').click()
    await expect(button(page, 'Sign in')).toBeVisible()
  }
})

test('a reload reuses the tokens of the tab, and localStorage contains none of them', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page)
  await page.reload()
  await expect(page.getByRole('heading', plantsHeading)).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  const session = await page.evaluate(() => sessionStorage.getItem('plantdeck.session') ?? '')
  const { accessToken, refreshToken } = JSON.parse(session) as Record<string, string>
  for (const token of [accessToken, refreshToken]) {
    expect(token).toMatch(/.{20}/)
    expect(kept).not.toContain(token)
  }
  const tokenRequests = await org.requests('POST', /oauth2\/v1\/token/)
  expect(tokenRequests.map(({ status }) => status)).toEqual([200])
})

test('ignores whitespace around a pasted username', async ({ page, organization }) => {
  const org = await organization()
  await page.goto('/sign-in?redirect=/plants')
  await page.getByLabel('Username').fill(` ${org.users.admin.username}\u00A0\u200B`)
  await page.getByLabel('Password').fill(org.users.admin.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', plantsHeading)).toBeVisible()
})

test('a second tab shares the session, and one token renewal serves both tabs', async ({
  page,
  context,
  organization,
}) => {
  const org = await organization({ plants: 3 })
  await org.takeClock(page)
  await org.open(page)
  // Automatic refresh is off so that both tabs send their requests at the same moment.
  await chooseInMenu(page, 'Refresh every: 15 s', /^Off/)
  const second = await context.newPage()
  await second.goto('/plants')
  await expect(second.getByRole('heading', plantsHeading)).toBeVisible()
  const renewals = () => org.countRequests('POST', /oauth2\/v1\/token/)
  const before = await renewals()
  // The tabs share the clock: the access token expires in both, so each needs another one for its next request.
  await page.clock.fastForward('11:00')
  await Promise.all(
    [page, second].map(async (tab) => {
      const response = tab.waitForResponse((given) => /\/api\/v1\/plants\?/.test(given.url()))
      await tab.getByRole('button', { name: 'Refresh now' }).click()
      expect((await response).status()).toBe(200)
    }),
  )
  expect((await renewals()) - before).toBe(1)
})

test('an expired session asks for sign-in over the page, and keeps the form filled in', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[01]/)
  const org = await organization({ plants: 3 })
  // Otherwise a refresh may find out first, and the form is sent only once.
  await setPreference(page, 'refreshEveryS', 'off')
  await org.open(page, '/plants?create=true')
  const name = page.getByLabel('Name', { exact: true })
  await fillNewPlant(page, { name: 'FVE Zlín – hala 4' })
  await org.endSessions()
  await page.getByRole('button', { name: 'Create plant' }).click()
  const dialog = sessionOver(page)
  await expect(dialog).toContainText('The server ended your session.')
  await dialog.getByLabel('Password').fill(org.users.admin.password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toBeHidden()
  await expect(name).toHaveValue('FVE Zlín – hala 4')
  await page.getByRole('button', { name: 'Create plant' }).click()
  await expect(page.getByRole('heading', { name: 'FVE Zlín – hala 4' })).toBeVisible()
  expect(await org.requests('POST', /\/plants$/)).toHaveLength(2)
})

test('signing out applies to every tab even if revocation fails, and Back shows no data', async ({
  page,
  context,
  organization,
  provokes,
}) => {
  provokes(/ERR_|Failed to load/)
  const org = await organization({ rows: [{ name: 'Tajná elektrárna', serialNumber: 'T-1' }] })
  await org.open(page)
  await page.getByRole('link', { name: 'Tajná elektrárna' }).click()
  await expect(page.getByRole('heading', { name: 'Tajná elektrárna' })).toBeVisible()
  const second = await context.newPage()
  await second.goto('/plants')
  await expect(second.getByText('Tajná elektrárna')).toBeVisible()
  await org.fault({ path: '/oauth2/v1/revoke', kind: 'drop-before' })
  await page.getByRole('button', { name: 'Sign out' }).click()
  for (const tab of [page, second]) {
    await expect(tab.getByRole('button', { name: 'Sign in' })).toBeVisible({ timeout: 2_000 })
    expect(await tab.evaluate(() => sessionStorage.length)).toBe(0)
  }
  await expect(page.getByRole('status').getByText('You signed out.')).toBeVisible()
  await expect(second.getByRole('status').getByText('You signed out in another tab.')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('Tajná elektrárna')).toHaveCount(0)
})

test('a page in the back/forward cache is not shown after signing out', async ({
  playwright,
  launchOptions,
  baseURL,
  organization,
}) => {
  const org = await organization({ rows: [{ name: 'Tajná elektrárna', serialNumber: 'T-1' }] })
  // Playwright turns the back/forward cache off, but users have it on.
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await org.open(page)
  await expect(page.getByText('Tajná elektrárna')).toBeVisible()
  const second = await context.newPage()
  await second.goto('/plants')
  await expect(second.getByText('Tajná elektrárna')).toBeVisible()
  await page.goto('/healthz')
  await second.getByRole('button', { name: 'Sign out' }).click()
  await expect(second.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await browser.close()
})

test("the next user never sees the previous user's data", async ({ page, organization }) => {
  const [first, next] = [
    await organization({ rows: [{ name: 'Plant of the first', serialNumber: 'A-1' }] }),
    await organization({ rows: [{ name: 'Plant of the next', serialNumber: 'B-1' }] }),
  ]
  await first.open(page)
  await expect(page.getByText('Plant of the first')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  // The next user's list is on its way, so any leftover data would be visible.
  const release = await next.hold({ path: '/api/v1/plants$' })
  await next.fillSignIn(page)
  await openPlants(page)
  await expect(page.getByRole('heading', plantsHeading)).toBeVisible()
  await expect(page.getByText('Plant of the first')).toHaveCount(0)
  await release()
  await expect(page.getByText('Plant of the next')).toBeVisible()
})

test('shows the role, and disables what it may not do', async ({ page, organization }) => {
  const org = await organization()
  await org.open(page, '/plants', 'operator')
  await expect(page.getByText('Operator ·').filter({ visible: true })).toBeVisible()
  const create = page.getByRole('button', { name: 'New plant' })
  await expect(create).toHaveAttribute('aria-disabled', 'true')
  await expect(create).toHaveAccessibleDescription('Only administrators can create plants.')
  await create.click({ force: true })
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
