import { expect, test } from './support/fixtures'

const plantsHeading = { name: /^Plants/ }

test('signs in with the right password, and opens the page that was asked for', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 60 })
  await org.open(page, '/plants?page=2&limit=50')
  await expect(page).toHaveURL(/\/plants\?page=2&limit=50$/)
  await expect(page).toHaveTitle('Plants · Plantdeck')
  await expect(page.getByText('51–60 of 60')).toBeVisible()
})

test('says that a password is wrong, and lets it be typed again', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  const org = await organization()
  await page.goto('/sign-in')
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

test('says what is missing, and what is wrong with the client', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 401/)
  const org = await organization()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Enter your username.')).toBeVisible()
  await expect(page.getByLabel('Username')).toBeFocused()
  await page.getByText('Advanced').click()
  await expect(page.getByLabel('Client ID')).toHaveValue('plantdeck')
  await page.getByLabel('Client ID').fill('somebody-else')
  await org.fillSignIn(page)
  await expect(
    page.getByRole('alert').getByText('Incorrect client ID or client secret'),
  ).toBeVisible()
})

test('says that the server does not answer, and keeps what was typed', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|Failed to load/)
  const org = await organization()
  await page.goto('/sign-in')
  await org.fault({ path: '/oauth2/v1/token', kind: 'drop-before', times: 3 })
  await org.fillSignIn(page)
  await expect(page.getByText('Couldn’t reach the server')).toBeVisible()
  await expect(page.getByLabel('Username')).toHaveValue(org.users.admin.username)
})

for (const target of ['https://example.com/', '//example.com/', '/nowhere', '/sign-in']) {
  test(`does not follow ?redirect=${target} after signing in`, async ({ page, organization }) => {
    const org = await organization()
    await org.open(page, `/sign-in?redirect=${encodeURIComponent(target)}`)
    await expect(page).toHaveURL(/localhost:\d+\/plants/)
  })
}

test('a reload goes on with the tokens of the tab, and none of them is in localStorage', async ({
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

test('a user name that was pasted with blanks around it is not a wrong one', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await page.goto('/sign-in')
  await page.getByLabel('Username').fill(` ${org.users.admin.username}\u00A0\u200B`)
  await page.getByLabel('Password').fill(org.users.admin.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', plantsHeading)).toBeVisible()
})

test('a second tab is signed in without asking, and one renewal serves both', async ({
  page,
  context,
  organization,
}) => {
  const org = await organization({ plants: 3 })
  await org.takeClock(page)
  await org.open(page)
  // Nothing is asked for but by hand, so that both tabs ask at the same moment.
  await page.getByRole('button', { name: 'Refresh every: 15 s' }).click()
  await page.getByRole('menuitem', { name: /^Off/ }).click()
  const second = await context.newPage()
  await second.goto('/plants')
  await expect(second.getByRole('heading', plantsHeading)).toBeVisible()
  const renewals = async () => (await org.requests('POST', /oauth2\/v1\/token/)).length
  const before = await renewals()
  // Both clocks pass the token's end, so both tabs need another one for their next request.
  for (const tab of [page, second]) await tab.clock.fastForward('11:00')
  await Promise.all(
    [page, second].map(async (tab) => {
      const answer = tab.waitForResponse((response) => /\/api\/v1\/plants\?/.test(response.url()))
      await tab.getByRole('button', { name: 'Refresh now' }).click()
      expect((await answer).status()).toBe(200)
    }),
  )
  expect((await renewals()) - before).toBe(1)
})

test('when the session ends, signing in again happens over the page and loses nothing', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[01]/)
  const org = await organization({ plants: 3 })
  await org.open(page, '/plants?create=true')
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('FVE Zlín – hala 4')
  await page.getByLabel('Serial number').fill('CPI-26-000001-1')
  await page.getByLabel('Type').selectOption('GATEWAY')
  await org.endSessions()
  await page.getByRole('button', { name: 'Create plant' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your session is over' })
  await expect(dialog).toContainText('The server ended your session.')
  await dialog.getByLabel('Password').fill(org.users.admin.password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toBeHidden()
  await expect(name).toHaveValue('FVE Zlín – hala 4')
  await page.getByRole('button', { name: 'Create plant' }).click()
  await expect(page.getByRole('heading', { name: 'FVE Zlín – hala 4' })).toBeVisible()
  expect(await org.requests('POST', /\/plants$/)).toHaveLength(2)
})

test('signing out reaches every tab, also with the server down, and Back shows nothing', async ({
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

test('a page that was left while signed in is not shown again after signing out', async ({
  playwright,
  launchOptions,
  baseURL,
  organization,
}) => {
  const org = await organization({ rows: [{ name: 'Tajná elektrárna', serialNumber: 'T-1' }] })
  // Playwright switches the back/forward cache off; people have it.
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

test('the next person sees nothing of the one before', async ({ page, organization }) => {
  const [first, next] = [
    await organization({ rows: [{ name: 'Plant of the first', serialNumber: 'A-1' }] }),
    await organization({ rows: [{ name: 'Plant of the next', serialNumber: 'B-1' }] }),
  ]
  await first.open(page)
  await expect(page.getByText('Plant of the first')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  // The next person's list is slow, so that anything left over would show.
  await next.fault({ path: '/api/v1/plants$', kind: 'delay', delayMs: 1_500 })
  await next.fillSignIn(page)
  await expect(page.getByRole('heading', plantsHeading)).toBeVisible()
  await expect(page.getByText('Plant of the first')).toHaveCount(0)
  await expect(page.getByText('Plant of the next')).toBeVisible()
})

test('shows who is signed in, and what their role may not do', async ({ page, organization }) => {
  const org = await organization()
  await org.open(page, '/plants', 'operator')
  await expect(page.getByText('Operator ·').filter({ visible: true })).toBeVisible()
  const create = page.getByRole('button', { name: 'New plant' })
  await expect(create).toHaveAttribute('aria-disabled', 'true')
  await expect(create).toHaveAccessibleDescription('Only administrators can create plants.')
  await create.click({ force: true })
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
