import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { generate, openProfile, record, requestToken, userIdOf } from '../support/accounts'
import { openDialog } from '../support/dialogs'
import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import { keptReadings } from '../support/kept-readings'
import type { Organization } from '../support/organization'
import { setPreference } from '../support/preferences'
import { csvTable, saveWith } from '../support/saved-files'
import { expectNoViolations } from '../support/violations'

const log = (page: Page) => page.getByRole('region', { name: 'Audit log' })
const entry = (page: Page, action: string) =>
  log(page).getByRole('row').filter({ hasText: action }).first()
const part = (page: Page, name: string) => log(page).getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => log(page).getByRole('link', { name, exact: true })
const refreshNow = (page: Page) => page.getByRole('button', { name: 'Refresh now' }).click()

/** Refreshes twice: what the first time asks for has reached the server before the second time has. */
async function refreshTwice(page: Page, org: Organization) {
  for (let times = 0; times < 2; times += 1) {
    const before = await org.countRequests('GET', /\/audit/)
    await refreshNow(page)
    await expect.poll(() => org.countRequests('GET', /\/audit/)).toBeGreaterThan(before)
  }
}

for (const width of ['', ' @phone']) {
  test(`shows what was done to a user apart from what the user did${width}`, async ({
    page,
    organization,
    provokes,
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
    await expect(entry(page, 'Changed a role')).toContainText('Role: Support → Operator')
    await expect(entry(page, 'Changed a role')).toContainText('Password')
    await expect(log(page)).toContainText('Only what was done in this organization is listed')
    await expect(log(page)).toContainText('Metadata, payloads and secrets are not recorded')
    await expectNoViolations(page, 'audit log')
    const { facts, records } = csvTable(await saveWith(page, 'Export CSV'))
    expect(facts['Filter']).toBe('Done to this user')
    expect(facts['Not recorded']).toBe('Metadata, payloads and secrets')
    expect(records[0]).toMatchObject({
      Subject: support.username,
      'Subject ID': userId,
      Details: 'Role: Support → Operator',
      'Done by': superadmin.username,
    })
    await page.reload()
    await entry(page, 'Changed a role').getByRole('link', { name: superadmin.username }).click()
    await expect(page.getByRole('heading', { level: 1, name: superadmin.username })).toBeVisible()
    const subject = entry(page, 'Changed a role').getByRole('link')
    await expect(subject).toHaveText(support.username)
    await page.reload()
    await expect(subject).toHaveText(support.username)
    const lists = () => org.countRequests('GET', /\/users\?/)
    const before = await lists()
    await refreshTwice(page, org)
    expect(await lists()).toBe(before)
    provokes(/status of 400/)
    await org.fault({ path: '/api/v1/users$', kind: 'response', status: 400, times: 100 })
    await page.reload()
    // With a list of accounts that can't be read, its ID is left.
    await expect(subject).toHaveAttribute('title', userId)
    await expect(subject).toHaveText(`${userId.slice(0, 8)}…${userId.slice(-4)}`)
    const failed = await lists()
    await refreshTwice(page, org)
    expect(await lists()).toBe(failed)
    await expect(page.getByText('Not up to date')).toHaveCount(0)
  })
}

test('says which state an account was given, and when a change changed nothing', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  const userId = await userIdOf(org, 'support')
  for (const state of ['DISABLED', 'ACTIVE', 'ACTIVE']) {
    await org.call('PATCH', `/users/${userId}`, 'admin', { state })
  }
  await org.open(page, `/accounts/${userId}?audit=to-user`)
  await expect(entry(page, 'Disabled an account')).toContainText('State: Active → Disabled')
  await expect(entry(page, 'Enabled an account')).toContainText('State: Disabled → Active')
  await expect(entry(page, 'Changed an account')).toContainText('No value changed')
})

function plant(name: string) {
  return { id: randomUUID(), name, serialNumber: name, lifecycleStatus: 'ACTIVE' }
}

const plantReadings = (org: Organization) => org.countRequests('GET', /\/plants\/[\da-f-]{36}$/)

test('names the plants of a log: reads each plant at most once, and no stored plant', async ({
  page,
  organization,
}) => {
  const [one, two, renamed, deleted] = [plant('One'), plant('Two'), plant('Old'), plant('Deleted')]
  const org = await organization({ rows: [one, two, renamed, deleted] })
  for (const { id } of [one, two, deleted]) await org.call('POST', `/plants/${id}/suspend`)
  await org.call('PATCH', `/plants/${renamed.id}`, 'admin', { name: 'New name' })
  await org.call('DELETE', `/plants/${deleted.id}`)
  // In another user's log.
  await org.call('PATCH', `/plants/${renamed.id}`, 'superadmin', { name: 'Newer name' })
  const address = `/accounts/${await userIdOf(org, 'admin')}`
  await org.open(page, address, 'superadmin')
  await expect(link(page, one.name)).toHaveAttribute('href', `/plants/${one.id}`)
  await expect(link(page, two.name)).toBeVisible()
  // Since renamed by another user; the rename itself shows which name it gave.
  await expect(link(page, 'now Newer name')).toBeVisible()
  await expect(log(page)).toContainText('Plants and accounts have their latest known names.')
  await expect(link(page, deleted.name)).toHaveCount(2)
  await refreshTwice(page, org)
  expect(await plantReadings(org)).toBe(3)

  await page.getByRole('link', { name: 'Plants', exact: true }).click()
  await expect.poll(() => keptReadings(page)).toBeGreaterThan(0)
  await org.call('PATCH', `/plants/${renamed.id}`, 'admin', { name: 'Newest name' })
  const before = await plantReadings(org)
  await page.goto(address)
  await expect(link(page, one.name)).toBeVisible()
  // The name that is stored is older than the entry.
  await expect(link(page, 'Newest name')).toHaveCount(1)
  await expect(link(page, 'now Newest name')).toHaveCount(1)
  await refreshTwice(page, org)
  expect(await plantReadings(org)).toBe(before)
})

test('keeps the names of a log, and reads plants again that couldn’t be read', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 403/)
  const [one, two, three] = [plant('One'), plant('Two'), plant('Three')]
  const org = await organization({ rows: [one, two, three] })
  for (const { id } of [one, two]) await org.call('POST', `/plants/${id}/suspend`)
  await org.fault({ path: `/plants/${two.id}$`, kind: 'response', status: 403 })
  await setPreference(page, 'refreshEveryS', 'off')
  await org.takeClock(page)
  await org.open(page, `/accounts/${await userIdOf(org, 'admin')}`, 'superadmin')
  await expect(link(page, one.name)).toBeVisible()
  await expect(log(page).getByTitle(two.id)).toHaveText(/…/)
  await page.getByRole('link', { name: 'Manage accounts' }).click()
  await expect(page.getByRole('table', { name: 'Accounts' })).toBeVisible()
  await page.clock.runFor(6_000)
  await page.goBack()
  await expect(link(page, two.name)).toBeVisible()
  expect(await plantReadings(org)).toBe(3)

  await page.clock.runFor(6 * 60_000)
  await org.call('POST', `/plants/${three.id}/suspend`)
  await refreshNow(page)
  await expect(link(page, three.name)).toBeVisible()
  await expect(link(page, one.name)).toBeVisible()
  expect(await plantReadings(org)).toBe(4)
})

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
  await expect(link(page, org.users.admin.username)).toBeVisible()
  const { username } = other.users.superadmin
  await expect(entry(page, 'Changed a role')).toContainText(username)
  await expect(link(page, username)).toHaveCount(0)
})

test('says which sign-ins it counts', async ({ page, request, organization }) => {
  const org = await organization({ plants: 1 })
  const { username } = org.users.operator
  await org.open(page, '/plants')
  await openProfile(page, username)
  const pieces = await record(page, await generate(page, username))
  await requestToken(request, pieces)
  await refreshNow(page)
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
