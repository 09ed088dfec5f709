// Deployments whose users sign in on a page of the authorization server.
import type { Page } from '@playwright/test'
import { button, sessionOver } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { MisbehavingBackend } from '../support/misbehaving-backend'
import { fillNewPlant } from '../support/new-plant'
import { deployWithRedirect, startProvider } from '../support/redirect-sign-in'
import { expectNoViolations } from '../support/violations'

test.use({ isFleetListHeld: true })

interface User {
  username: string
  password: string
}

async function signInAtPlatform(page: Page, { username, password }: User): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sign in to Plantdeck' })).toBeVisible()
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('leads to the platform’s own page and back to the requested one', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  await deployWithRedirect(page)
  const { users } = await organization({ plants: 60 })
  await page.goto('/plants?page=2&limit=50')
  await button(page, 'Sign in').click()
  await signInAtPlatform(page, { ...users.admin, password: 'wrong' })
  await expect(page.getByRole('alert')).toHaveText('The username or password is incorrect.')
  await expectNoViolations(page, 'the platform’s sign-in page')
  await signInAtPlatform(page, users.admin)
  await expect(page).toHaveURL(/\/plants\?page=2&limit=50$/)
  await expect(page.getByText('51–60 of 60')).toBeVisible()
  // A reload keeps the session, and nothing of the sign-in is left behind.
  await page.reload()
  await expect(page.getByText('51–60 of 60')).toBeVisible()
  expect(await page.evaluate(() => sessionStorage.getItem('plantdeck.sign-in'))).toBeNull()
})

test('takes an answer only once, and only one that this tab asked for', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  await deployWithRedirect(page)
  const { users } = await organization()
  const answered: string[] = []
  page.on('request', (request) => {
    if (/[?&]code=(?!stolen)/.test(request.url())) answered.push(request.url())
  })
  await page.goto('/sign-in?code=stolen&state=forged')
  await expect(page.getByRole('alert')).toContainText('This sign-in wasn’t started here')
  await expect(page).toHaveURL(/\/sign-in$/)
  await button(page, 'Sign in').click()
  await signInAtPlatform(page, users.admin)
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(String(answered[0]))
  await expect(page.getByRole('alert')).toContainText('This sign-in wasn’t started here')
})

test('says why the user was not signed in, and still knows where to return', async ({
  page,
  organization,
}) => {
  await deployWithRedirect(page)
  const { users } = await organization()
  await page.goto('/sign-in?redirect=/plants')
  await page.evaluate(() => {
    const attempt = { state: 'mine', codeVerifier: 'v'.repeat(43), returnTo: '/certificates' }
    sessionStorage.setItem('plantdeck.sign-in', JSON.stringify(attempt))
  })
  await page.goto('/sign-in?error=access_denied&state=mine')
  await expect(page.getByRole('alert')).toContainText('You were not signed in')
  await button(page, 'Sign in').click()
  await signInAtPlatform(page, users.admin)
  await expect(page).toHaveURL(/\/certificates$/)
})

test('keeps the page when the session is over, and goes on after signing in in another tab', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[01]/)
  await deployWithRedirect(page)
  const org = await organization({ plants: 3 })
  await page.goto('/plants?create=true')
  await button(page, 'Sign in').click()
  await signInAtPlatform(page, org.users.admin)
  await fillNewPlant(page, { name: 'FVE Zlín – hala 4' })
  await org.endSessions()
  await page.getByRole('button', { name: 'Create plant' }).click()
  const opening = page.waitForEvent('popup')
  await sessionOver(page).getByRole('link', { name: 'Sign in in a new tab' }).click()
  const other = await opening
  await button(other, 'Sign in').click()
  await signInAtPlatform(other, org.users.admin)
  await expect(other.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await expect(sessionOver(page)).toHaveCount(0)
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('FVE Zlín – hala 4')
})

test('works with an OpenID provider of another maker', async ({ page, provokes }) => {
  // The provider's page for development loads a font of another site.
  provokes(/ERR_FAILED/)
  await page.route(/^https?:\/\/(?!localhost)/, (route) => route.abort())
  const backend = await MisbehavingBackend.start()
  const provider = await startProvider(backend.url)
  try {
    await deployWithRedirect(page, provider.deployment)
    await page.goto(`${backend.url}/plants`)
    await button(page, 'Sign in').click()
    await page.getByPlaceholder('Enter any login').fill('jana')
    await page.getByPlaceholder('and password').fill('anything')
    await page.getByRole('button', { name: 'Sign-in' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('heading', { name: /^Plants/ })).toBeVisible()
    await expect(page.getByText('jana').filter({ visible: true })).toBeVisible()
  } finally {
    provider.stop()
    backend.stop()
  }
})
