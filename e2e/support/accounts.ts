import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { openDialog } from './dialogs'
import type { Organization } from './organization'
import type { Role } from './test-control'

/** The four pieces, as the dashboard saves them. */
interface Pieces {
  clientUsername: string
  clientPassword: string
  clientId: string
  clientSecret: string
}

/** Returns the ID of an organization's user. */
export async function userIdOf(org: Organization, role: Role): Promise<string> {
  const { data } = await org.read<{ data: { id: string; username: string }[] }>('/users?limit=100')
  return data.find(({ username }) => username === org.users[role].username)?.id ?? ''
}

/** Follows the gear to the accounts, finds a user by name, and opens the profile. */
export async function openProfile(page: Page, username: string): Promise<void> {
  await page.getByRole('link', { name: 'Manage accounts' }).click()
  await page.getByLabel('Search accounts').fill(username)
  await page.getByRole('link', { name: username, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: username, exact: true })).toBeVisible()
}

/** Presses the profile's button and confirms; types the username where it is asked for. */
export async function generate(page: Page, username: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Generate API credentials' }).click()
  const question = openDialog(page)
  await expect(question.getByText('counts as done by this user')).toBeVisible()
  const proof = question.getByRole('textbox', { name: 'Username' })
  if (await proof.isVisible()) await proof.fill(username)
  await question.getByRole('button', { name: 'Generate API credentials' }).click()
  const shown = page.getByRole('dialog', { name: `API credentials of ${username}` })
  await expect(shown.getByRole('button', { name: 'I have stored it' })).toBeVisible()
  return shown
}

/** Records the four pieces from the dialog that shows them, and closes it. */
export async function record(page: Page, dialog: Locator): Promise<Pieces> {
  const piece = async (label: string) => {
    await dialog.getByRole('button', { name: `Reveal ${label}` }).click()
    const text = await dialog.getByRole('group', { name: label }).innerText()
    await dialog.getByRole('button', { name: `Copy ${label}` }).click()
    return text
  }
  const pieces = {
    clientUsername: await dialog
      .getByRole('term')
      .filter({ hasText: /^Client Username$/ })
      .locator('xpath=following-sibling::dd')
      .innerText(),
    clientPassword: await piece('Client Password'),
    clientId: await piece('Client ID'),
    clientSecret: await piece('Client Secret'),
  }
  await dialog.getByRole('button', { name: 'I have stored it' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  return pieces
}

/** Sends a grant to the token endpoint as a program with the pieces would (RFC 6749). */
export function grant(
  request: APIRequestContext,
  { clientId, clientSecret }: Pieces,
  form: Record<string, string>,
) {
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
  return request.post('/oauth2/v1/token', {
    headers: { authorization: `Basic ${basic}` },
    form,
    maxRetries: 3,
  })
}

/** Requests a token with the four pieces. */
export function requestToken(request: APIRequestContext, pieces: Pieces) {
  const { clientUsername: username, clientPassword: password } = pieces
  return grant(request, pieces, { grant_type: 'password', username, password })
}

/** Reads the plants with an access token; returns the status. */
export async function readPlantsWith(request: APIRequestContext, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return (await request.get('/api/v1/plants?limit=1', { headers, maxRetries: 3 })).status()
}
