import { generate, openProfile, record } from '../support/accounts'
import { button, openDialog } from '../support/dialogs'
import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('signs in to the dashboard with the four pieces, and acts as their user', async ({
  page,
  context,
  organization,
  provokes,
}) => {
  const { id, rows } = onePlant({ name: 'FVE Tábor' })
  const org = await organization({ rows })
  const { username } = org.users.admin
  await org.open(page, '/plants', 'superadmin')
  await openProfile(page, username)
  const profile = new URL(page.url()).pathname
  const pieces = await record(page, await generate(page, username))
  await button(page, 'Sign out').click()

  await page.getByLabel('Username').fill(pieces.clientUsername)
  await page.getByLabel('Password').fill(pieces.clientPassword)
  await page.getByText('Advanced').click()
  await page.getByLabel('Client ID').fill(pieces.clientId)
  await page.getByLabel('Client secret').fill(pieces.clientSecret)
  await button(page, 'Sign in').click()
  // Who is signed in is the user, not the credentials.
  await expect(page.getByRole('banner')).toContainText(username)
  await page.getByRole('link', { name: 'Plants', exact: true }).first().click()
  await page.getByRole('link', { name: 'FVE Tábor' }).click()
  await button(page, 'Suspend').click()
  await openDialog(page).getByRole('button', { name: 'Suspend plant' }).click()
  await expect(openDialog(page)).toHaveCount(0)

  // Neither the client secret nor the password is kept.
  await page.reload()
  await expect(page.getByRole('heading', { name: 'FVE Tábor' })).toBeVisible()
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(stored).not.toContain(pieces.clientSecret)
  expect(stored).not.toContain(pieces.clientPassword)
  // Revoking a token needs the secret, so this one is only forgotten.
  provokes(/401/)
  const [revocation] = await Promise.all([
    page.waitForResponse(/\/oauth2\/v1\/revoke$/),
    button(page, 'Sign out').click(),
  ])
  expect(revocation.status()).toBe(401)

  const auditor = await context.newPage()
  await org.open(auditor, profile, 'superadmin')
  const log = auditor.getByRole('table', { name: 'Done by this user' })
  const row = log.getByRole('row').filter({ hasText: 'Suspended a plant' })
  await expect(row).toContainText('API credentials')
  await expect(row.getByRole('link').and(row.getByTitle(id))).toBeVisible()
  await expect(fact(auditor, 'Use')).toHaveText(/last used .*, \d+ calls today/)
})
