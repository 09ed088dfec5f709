import { generate, openProfile, userIdOf } from '../support/accounts'
import { openDialog, unknownOutcome } from '../support/dialogs'
import { expect, test } from '../support/fixtures'

/** The browser repeats a request whose connection dies. */
const everyAttempt = 10

const absent = [
  { what: 'a 404 of the API', fault: { kind: 'response', status: 404, body: missing() } },
  { what: 'a 404 of a proxy', fault: { kind: 'html', status: 404 } },
  { what: 'a 405', fault: { kind: 'response', status: 405, body: {} } },
  { what: 'its start page', fault: { kind: 'html', status: 200 } },
] as const

for (const { what, fault } of absent) {
  test(`says that the platform manages no accounts when it responds with ${what}`, async ({
    page,
    organization,
    provokes,
  }) => {
    provokes(/status of 40[45]/)
    const org = await organization({ plants: 2 })
    await org.fault({ path: '/api/v1/(users|audit)', times: 100, ...fault })
    await org.open(page, '/accounts')
    const says = page.getByText('This platform does not manage accounts')
    await expect(says).toBeVisible()
    await expect(page.getByRole('button', { name: 'New account' })).toHaveCount(0)
    await page.goto('/accounts/5f0c1a52-30a2-4b6c-8f3c-0c8d3ab0a001')
    await expect(says).toBeVisible()
    await page.getByRole('link', { name: 'Plants' }).first().click()
    await expect(page.getByRole('heading', { name: 'Plants' })).toBeVisible()
  })
}

function missing() {
  return { code: 'NOT_FOUND', message: 'Not found', error: 'Not Found', statusCode: 404 }
}

test('offers support staff no accounts, and requests none for them', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 2 })
  await org.open(page, '/plants', 'support')
  await expect(page.getByRole('link', { name: 'API reference' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Manage accounts' })).toHaveCount(0)
  await page.goto('/accounts')
  await expect(page.getByText('Only administrators can manage accounts.')).toBeVisible()
  await page.goto(`/accounts/${await userIdOf(org, 'support')}`)
  await expect(page.getByText('Only administrators can manage accounts.')).toBeVisible()
  const asked = await org.requests('GET', /\/users/)
  // One by the test itself, as an administrator.
  expect(asked).toHaveLength(1)
})

test('shows a failing server with a retry, and an account that does not exist', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of (500|404)/)
  const org = await organization({ plants: 1 })
  const failing = { kind: 'error-before', status: 500, times: 100 } as const
  const removeFault = await org.fault({ path: '/api/v1/users', ...failing })
  await org.open(page, '/accounts')
  await expect(page.getByText('Couldn’t load the accounts')).toBeVisible({ timeout: 30_000 })
  await removeFault()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('table', { name: 'Accounts' })).toBeVisible()
  await page.goto('/accounts/5f0c1a52-30a2-4b6c-8f3c-0c8d3ab0a001')
  await expect(page.getByText('There is no account at this address')).toBeVisible()
  await page.getByRole('link', { name: 'Go to Accounts' }).click()
  await expect(page.getByRole('table', { name: 'Accounts' })).toBeVisible()
})

test('says that credentials may exist that no one has seen, and that generating again is safe', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|status of 409/)
  const org = await organization({ plants: 1 })
  const { username } = org.users.operator
  await org.open(page, '/plants')
  await openProfile(page, username)
  const lost = { path: 'api-credentials', method: 'POST', kind: 'drop-after' } as const
  const removeFault = await org.fault({ ...lost, times: everyAttempt })
  await page.getByRole('button', { name: 'Generate API credentials' }).click()
  await openDialog(page).getByRole('button', { name: 'Generate API credentials' }).click()
  const unknown = openDialog(page)
  await expect(unknown.getByText('that no one has seen')).toBeVisible()
  await expect(unknown.getByText('Generating again is safe')).toBeVisible()
  await removeFault()
  await unknown.getByRole('button', { name: 'Generate again' }).click()
  const again = openDialog(page)
  await again.getByRole('textbox', { name: 'Username' }).fill(username)
  await again.getByRole('button', { name: 'Generate API credentials' }).click()
  const shown = page.getByRole('dialog', { name: `API credentials of ${username}` })
  await shown.getByRole('button', { name: 'Test now' }).click()
  await expect(shown.getByText('The credentials work.')).toBeVisible()
})

test('shows a refusal, and that nothing was generated', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 403/)
  const org = await organization({ plants: 1 })
  await org.open(page, '/plants')
  await openProfile(page, org.users.operator.username)
  const body = { code: 'FORBIDDEN', message: 'Not on Sundays.', error: 'Forbidden' }
  const refused = { kind: 'response', status: 403, body, times: everyAttempt } as const
  await org.fault({ path: 'api-credentials', ...refused })
  await page.getByRole('button', { name: 'Generate API credentials' }).click()
  await openDialog(page).getByRole('button', { name: 'Generate API credentials' }).click()
  const dialog = page.getByRole('dialog', { name: /was refused$/ })
  await expect(dialog.getByText('Not on Sundays.')).toBeVisible()
  await expect(dialog.getByText('the account has no API credentials')).toBeVisible()
})

test('warns when other credentials are issued while these are shown', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 401/)
  const org = await organization({ plants: 1 })
  const { username } = org.users.operator
  await org.open(page, '/plants')
  await openProfile(page, username)
  const dialog = await generate(page, username)
  // The page behind the dialog has read the account.
  await expect(page.getByText('were shown once, when they were issued')).toBeVisible()
  await org.call('POST', `/users/${await userIdOf(org, 'operator')}/api-credentials`)
  await expect(dialog.getByText('API credentials were issued again')).toBeVisible()
  await dialog.getByRole('button', { name: 'Test now' }).click()
  await expect(dialog.getByText('The credentials don’t work here.')).toBeVisible()
})

test('says exactly what failed when the credentials are tested', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of (401|503)/)
  const org = await organization({ plants: 1 })
  await org.open(page, '/plants')
  await openProfile(page, org.users.support.username)
  const dialog = await generate(page, org.users.support.username)
  const json = { error: 'invalid_client', error_description: 'Unknown client.' }
  await page.route('**/oauth2/v1/token', (route) => route.fulfill({ status: 401, json }))
  await dialog.getByRole('button', { name: 'Test now' }).click()
  await expect(dialog.getByText('The credentials don’t work here.')).toBeVisible()
  await expect(dialog.getByText('HTTP 401, invalid_client, Unknown client.')).toBeVisible()
  await page.unroute('**/oauth2/v1/token')
  await page.route('**/oauth2/v1/revoke', (route) => route.fulfill({ status: 503, json: {} }))
  await dialog.getByRole('button', { name: 'Test now' }).click()
  await expect(dialog.getByText('The credentials work.')).toBeVisible()
  await expect(dialog.getByText(/Revoking the token failed: HTTP 503.*stays valid/)).toBeVisible()
})

test('keeps the form when the username is taken, and finds an account whose response was lost', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_|status of 409/)
  const org = await organization({ plants: 1 })
  await org.open(page, '/accounts')
  await page.getByRole('button', { name: 'New account' }).click()
  const form = page.getByRole('dialog', { name: 'New account' })
  // Created seconds ago, with the role that the form proposes: still not by this attempt.
  await form.getByLabel('Username').fill(org.users.support.username)
  const readBefore = await org.countRequests('GET', /\/users\?/)
  await form.getByRole('textbox', { name: 'Password' }).fill('correct horse battery')
  await form.getByRole('button', { name: 'Create account' }).click()
  await expect(form.getByRole('alert')).toContainText('Already taken')
  await expect.poll(() => org.countRequests('GET', /\/users\?/)).toBeGreaterThan(readBefore)
  await expect(form.getByText('an account had this username before')).toBeVisible()
  const username = `ada-${org.id.slice(0, 8)}`
  await form.getByLabel('Username').fill(username)
  const lost = { path: '/api/v1/users$', method: 'POST', kind: 'drop-after' } as const
  await org.fault({ ...lost, times: everyAttempt })
  await form.getByRole('button', { name: 'Create account' }).click()
  const dialog = openDialog(page)
  await expect(dialog.getByText('an account with this username exists')).toBeVisible()
  await dialog.getByRole('button', { name: 'Open account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: username })).toBeVisible()
})

test('explains an unknown outcome of disabling by the account itself', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/ERR_/)
  const org = await organization({ plants: 1 })
  await org.open(page, '/plants')
  await openProfile(page, org.users.support.username)
  const lost = { path: '/users/', method: 'PATCH', kind: 'drop-after' } as const
  await org.fault({ ...lost, times: everyAttempt })
  await page.getByRole('button', { name: 'Disable account' }).click()
  await openDialog(page).getByRole('button', { name: 'Disable account' }).click()
  await expect(unknownOutcome(page)).toBeVisible()
  await expect(openDialog(page).getByText('the state is Disabled')).toBeVisible()
})

test('explains what administrators can’t do to themselves and to super administrators', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  await org.open(page, '/plants')
  await openProfile(page, org.users.admin.username)
  await expect(page.getByRole('button', { name: 'Disable account' })).toHaveAccessibleDescription(
    /your own account/,
  )
  await openProfile(page, org.users.superadmin.username)
  for (const name of ['Change role', 'Disable account', 'Generate API credentials']) {
    await expect(page.getByRole('button', { name })).toHaveAccessibleDescription(
      /Only super administrators/,
    )
  }
})

test('tells an empty list of accounts from one that can’t be read', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  const body = { data: [], meta: { page: 1, limit: 100, total: 0, totalPages: 0 } }
  const empty = { path: '/api/v1/users', kind: 'response', status: 200, times: 10 } as const
  const removeFault = await org.fault({ ...empty, body })
  await org.open(page, '/accounts')
  await expect(page.getByText('Create one with New account.')).toBeVisible()
  await expect(page.getByLabel('Search accounts')).toHaveCount(0)
  await removeFault()
  await org.fault({ ...empty, body: { ...body, data: [null, 7] } })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText('No account could be read')).toBeVisible()
  await expect(page.getByText('lists 2 accounts')).toBeVisible()
})
