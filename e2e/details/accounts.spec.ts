// Follows section 2.2 of the document on authentication, step by step.
import type { APIResponse } from '@playwright/test'
import {
  generate,
  grant,
  openProfile,
  readPlantsWith,
  record,
  requestToken,
} from '../support/accounts'
import { openDialog } from '../support/dialogs'
import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'
import { csvTable, saveWith } from '../support/saved-files'

interface Tokens {
  access_token: string
  refresh_token: string
}
const tokensOf = async (response: APIResponse) => (await response.json()) as Tokens

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('generates API credentials, with which a program works until they are generated again', async ({
  page,
  request,
  organization,
}) => {
  const org = await organization({ plants: 3 })
  const { username } = org.users.operator
  await org.open(page, '/plants')
  expect(await org.countRequests('GET', /\/users/)).toBe(0)

  // 1. Click on Manage Accounts; 2. locate the user and click on the name.
  await openProfile(page, username)
  await expect(page.getByText('requests tokens and calls the API')).toBeVisible()

  // 3. Click “Generate API Credentials”; 4. record all four pieces.
  const pieces = await record(page, await generate(page, username))
  expect(new Set(Object.values(pieces)).size).toBe(4)
  await expect(fact(page, 'Client Username')).toContainText(pieces.clientUsername)
  await expect(fact(page, 'Use')).toHaveText('never used, 0 calls today')

  // 2.3 to 2.5: token, call, refresh.
  const first = await tokensOf(await requestToken(request, pieces))
  expect(await readPlantsWith(request, first.access_token)).toBe(200)
  const refresh = (token: string) =>
    grant(request, pieces, { grant_type: 'refresh_token', refresh_token: token })
  const renewed = await tokensOf(await refresh(first.refresh_token))
  expect(await readPlantsWith(request, renewed.access_token)).toBe(200)
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(fact(page, 'Use')).toHaveText(/last used .*, [1-9] calls today/)

  // Again: the earlier pieces and their tokens stop working immediately.
  const later = await record(page, await generate(page, username))
  expect(later.clientUsername).toBe(pieces.clientUsername)
  expect((await requestToken(request, pieces)).status()).toBe(401)
  expect((await refresh(renewed.refresh_token)).ok()).toBe(false)
  expect(await readPlantsWith(request, renewed.access_token)).toBe(401)
  const last = await tokensOf(await requestToken(request, later))
  expect(await readPlantsWith(request, last.access_token)).toBe(200)
})

test('says who breaks before generating again, and asks for the username', async ({
  page,
  request,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  const { username } = org.users.operator
  await org.open(page, '/plants')
  await openProfile(page, username)
  const pieces = await record(page, await generate(page, username))
  await requestToken(request, pieces)
  await page.getByRole('button', { name: 'Generate API credentials' }).click()
  const question = openDialog(page)
  await expect(question.getByText('They are in use.')).toBeVisible()
  await expect(question.getByText(/last used .*, 1 call today/).first()).toBeVisible()
  const confirm = question.getByRole('button', { name: 'Generate API credentials' })
  await expect(confirm).toHaveAccessibleDescription('Type the username first.')
  await question.getByRole('textbox', { name: 'Username' }).fill(`${username}x`)
  await question.getByRole('textbox', { name: 'Username' }).press('Enter')
  await expect(confirm).toHaveAccessibleDescription('Type the username first.')
  expect(await org.countRequests('POST', /api-credentials/)).toBe(1)
  await question.getByRole('textbox', { name: 'Username' }).fill(username)
  await confirm.click()
  await expect(page.getByRole('dialog', { name: `API credentials of` })).toBeVisible()
  expect(await org.countRequests('POST', /api-credentials/)).toBe(2)
})

test('tests the credentials before they disappear, and leaves no token behind', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 3 })
  const { username } = org.users.support
  await org.open(page, '/plants')
  await openProfile(page, username)
  const dialog = await generate(page, username)
  const answers: Promise<Tokens>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/v1/token')) answers.push(response.json() as Promise<Tokens>)
  })
  await dialog.getByRole('button', { name: 'Test now' }).click()
  await expect(dialog.getByText('The credentials work.')).toBeVisible()
  await expect(dialog.getByText('listed the plants: 3 plants.')).toBeVisible()
  await expect(dialog.getByText('The token was revoked.')).toBeVisible()
  const tokens = await answers[0]
  expect(await readPlantsWith(page.request, tokens?.access_token ?? '')).toBe(401)

  await dialog.getByRole('button', { name: 'Copy line: Token request' }).click()
  const line = await page.evaluate(() => navigator.clipboard.readText())
  expect(line).toContain('/oauth2/v1/token')
  expect(line).toContain('"password=$CLIENT_PASSWORD"')
})

test('shows what was done with the credentials as done by the user', async ({
  page,
  request,
  organization,
}) => {
  const { id, rows } = onePlant({ name: 'FVE Tábor', lifecycleStatus: 'ACTIVE' })
  const org = await organization({ rows })
  const { username } = org.users.admin
  await org.open(page, '/plants', 'superadmin')
  // Once the list has been read, the log names the plant.
  await expect(page.getByRole('link', { name: 'FVE Tábor' })).toBeVisible()
  await openProfile(page, username)
  const pieces = await record(page, await generate(page, username))
  const { access_token: token } = await tokensOf(await requestToken(request, pieces))
  const headers = { authorization: `Bearer ${token}` }
  await request.post(`/api/v1/plants/${id}/suspend`, { headers })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  const log = page.getByRole('table', { name: 'Done by this user' })
  const row = log.getByRole('row').filter({ hasText: 'Suspended a plant' })
  await expect(row).toContainText('API credentials')
  const { headings, records } = csvTable(await saveWith(page, 'Export CSV'))
  expect(headings).toContain('Operation')
  expect(records[0]).toMatchObject({
    Operation: 'suspendPlant',
    Subject: 'FVE Tábor',
    'Subject ID': id,
    Access: 'API credentials',
    'Done by': username,
  })
  await row.getByRole('link', { name: 'FVE Tábor' }).click()
  await expect(page.getByRole('heading', { name: 'FVE Tábor' })).toBeVisible()
})

test('creates an account, changes its role, disables and enables it', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  const username = `ada-${org.id.slice(0, 8)}`
  await org.open(page, '/accounts')
  await page.getByRole('button', { name: 'New account' }).click()
  const form = page.getByRole('dialog', { name: 'New account' })
  await form.getByLabel('Username').fill(username)
  await form.getByRole('textbox', { name: 'Password' }).fill('too short')
  await form.getByRole('button', { name: 'Create account' }).click()
  await expect(form.getByText('At least 12 characters.').first()).toBeVisible()
  await form.getByRole('textbox', { name: 'Password' }).fill('correct horse battery')
  await expect(form.getByRole('option', { name: 'Super administrator' })).toHaveCount(0)
  await form.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: username })).toBeVisible()
  const profile = page.getByRole('region', { name: 'Profile' })
  await expect(fact(profile, 'Role')).toContainText('Support')

  await page.getByRole('button', { name: 'Change role' }).click()
  await openDialog(page).getByLabel('New role').selectOption('Operator')
  await openDialog(page).getByRole('button', { name: 'Change role' }).click()
  await expect(fact(profile, 'Role')).toContainText('Operator')

  await page.getByRole('button', { name: 'Disable account' }).click()
  await expect(openDialog(page)).toContainText(
    'All sessions end and the tokens of its API credentials stop working immediately.',
  )
  await openDialog(page).getByRole('button', { name: 'Disable account' }).click()
  await expect(fact(profile, 'State')).toContainText('Disabled')
  await page.getByRole('button', { name: 'Enable account' }).click()
  await openDialog(page).getByRole('button', { name: 'Enable account' }).click()
  await expect(fact(profile, 'State')).toContainText('Active')

  await page.getByRole('link', { name: 'Manage accounts' }).click()
  await page.getByLabel('Search accounts').fill('operator')
  await expect(page).toHaveURL(/q=operator/)
  const { facts, records } = csvTable(await saveWith(page, 'Export CSV'))
  expect(facts['Filter']).toBe('Contains: operator')
  expect(records.map((row) => row['Username'])).toContain(username)
  expect(records.every((row) => row['Role'] === 'Operator')).toBe(true)
})
