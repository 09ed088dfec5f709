import type { Page } from '@playwright/test'
import { generate, openProfile, record, requestToken, userIdOf } from '../support/accounts'
import { openDialog } from '../support/dialogs'
import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import { setPreference } from '../support/preferences'
import { csvTable, saveWith } from '../support/saved-files'
import { expectNoViolations } from '../support/violations'

const log = (page: Page) => page.getByRole('region', { name: 'Audit log' })
const entry = (page: Page, action: string) =>
  log(page).getByRole('row').filter({ hasText: action }).first()
const part = (page: Page, name: string) => log(page).getByRole('button', { name, exact: true })

for (const width of ['', ' @phone']) {
  test(`shows what was done to a user apart from what the user did${width}`, async ({
    page,
    organization,
  }) => {
    const org = await organization({ plants: 1 })
    const { superadmin, support } = org.users
    const userId = await userIdOf(org, 'support')
    await org.open(page, `/accounts/${userId}`, 'superadmin')
    await page.getByRole('button', { name: 'Change role' }).click()
    await openDialog(page).getByLabel('New role').selectOption('Operator')
    await openDialog(page).getByRole('button', { name: 'Change role' }).click()
    await expect(openDialog(page)).toHaveCount(0)
    await expect(log(page)).toContainText('recorded nothing that this user did')

    await part(page, 'Done to this user').click()
    await expect(page).toHaveURL(/audit=to-user/)
    await expect(entry(page, 'Changed an account')).toContainText('Password')
    await expect(log(page)).toContainText('not which values were changed or sent')
    await expectNoViolations(page, 'audit log')
    const { facts, records } = csvTable(await saveWith(page, 'Export CSV'))
    expect(facts['Filter']).toBe('Done to this user')
    expect(facts['Not recorded']).toBe('Which values were changed or sent')
    expect(records[0]).toMatchObject({
      Subject: support.username,
      'Subject ID': userId,
      'Done by': superadmin.username,
    })
    await page.reload()
    await entry(page, 'Changed an account').getByRole('link', { name: superadmin.username }).click()
    await expect(page.getByRole('heading', { level: 1, name: superadmin.username })).toBeVisible()
    // By then the account has been read, so its name is known.
    await expect(
      entry(page, 'Changed an account').getByRole('link', { name: support.username }),
    ).toBeVisible()
    await page.reload()
    const unnamed = entry(page, 'Changed an account').getByRole('link')
    await expect(unnamed).toHaveAttribute('title', userId)
    await expect(unnamed).toHaveText(`${userId.slice(0, 8)}…${userId.slice(-4)}`)
  })
}

test('reads the audit log again whenever the account is read, and says the age of each', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  await setPreference(page, 'refreshEveryS', 'off')
  await page.clock.install()
  await org.open(page, '/plants', 'superadmin')
  await openProfile(page, org.users.support.username)
  await expect(log(page)).toContainText('recorded nothing that this user did')
  await expect(page.getByText(/^Updated .*(now|ago)$/)).toHaveCount(2)
  await org.token('support')
  await page.clock.runFor(4_000)
  // The dialog reads the account.
  await page.getByRole('button', { name: 'Disable account' }).click()
  await expect(openDialog(page).getByText('As of')).toBeVisible()
  await page.clock.runFor(6_000)
  await openDialog(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(entry(page, 'Signed in')).toBeVisible()
})

test('links a user only to accounts of this organization', async ({ page, organization }) => {
  const org = await organization({ plants: 1 })
  const other = await organization({ plants: 1 })
  const userId = await userIdOf(org, 'support')
  const change = { role: 'operator' }
  await org.call('PATCH', `/users/${userId}`, 'admin', change)
  const token = await other.token('superadmin')
  const headers = { authorization: `Bearer ${token}`, 'x-org-id': org.id }
  const data = { role: 'support' }
  const changed = await page.request.patch(`${org.apiBaseUrl}/users/${userId}`, { headers, data })
  expect(changed.status()).toBe(200)
  await org.open(page, `/accounts/${userId}?audit=to-user`)
  const link = (username: string) => log(page).getByRole('link', { name: username })
  await expect(link(org.users.admin.username)).toBeVisible()
  const { username } = other.users.superadmin
  await expect(entry(page, 'Changed an account')).toContainText(username)
  await expect(link(username)).toHaveCount(0)
})

test('says which sign-ins it counts', async ({ page, request, organization }) => {
  const org = await organization({ plants: 1 })
  const { username } = org.users.operator
  await org.open(page, '/plants')
  await openProfile(page, username)
  const pieces = await record(page, await generate(page, username))
  await requestToken(request, pieces)
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(fact(page, 'Last sign-in')).toHaveText(
    /^With password: never\s*With API credentials: last used .*, 1 call today$/,
  )
  await page.getByRole('link', { name: 'Manage accounts' }).click()
  const accounts = page.getByRole('table', { name: 'Accounts' })
  await expect(accounts.getByRole('columnheader', { name: 'Last password sign-in' })).toBeVisible()
  await expect(accounts.getByRole('row').filter({ hasText: username })).toContainText(
    /never\s*last used/,
  )
})
