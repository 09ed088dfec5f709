import { findBrowser, launchArgs } from '../../.scripts/browser.mjs'
import { generate, openProfile } from '../support/accounts'
import { expect, test } from '../support/fixtures'
import { wholeTexts } from '../support/heap-snapshot'
import { confirmStored, issue, openSecurity, provisioned, save } from '../support/issuing'
import { SecretSearch } from '../support/secret-search'

// Taking snapshots of the page's memory is slow.
test.slow()
test.use({ launchOptions: { executablePath: findBrowser(), args: [...launchArgs(), wholeTexts] } })

const issuing = [
  { button: 'Provision', files: ['HMAC secret', 'client.key'], members: {} },
  { button: 'Rotate secret', files: ['HMAC secret'], members: {} },
  { button: 'Issue MQTT token', files: ['MQTT token'], members: { authMethod: 'TOKEN' } },
]

for (const { button, files, members } of issuing) {
  test(`leaves nothing of “${button}” in memory once it is stored`, async ({
    page,
    organization,
  }) => {
    const { id, rows } = provisioned(members)
    const org = await organization({ rows })
    const search = new SecretSearch(page)
    await openSecurity(page, org, id)
    await issue(page, button)
    const secrets: string[] = []
    for (const name of files) secrets.push((await save(page, `Save ${name}`)).text)
    await page.getByRole('button', { name: `Reveal ${files[0]}` }).click()
    expect(await search.findInMemory(...secrets)).not.toEqual([])
    // Without responses, nothing renders the page again, which would replace what React keeps of its last rendering.
    await org.hold({ path: id })
    await confirmStored(page)
    expect(await search.findInMemory(...secrets)).toEqual([])
    await expect(page.getByRole('region', { name: 'Credentials' })).toBeVisible()
  })
}

test('leaves nothing of API credentials in memory once they are stored', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  const search = new SecretSearch(page)
  const { username } = org.users.operator
  await org.open(page, '/plants')
  await openProfile(page, username)
  const dialog = await generate(page, username)
  const secrets: string[] = []
  for (const name of ['Client Password', 'Client ID', 'Client Secret']) {
    secrets.push((await save(page, `Save ${name}`)).text)
  }
  await dialog.getByRole('button', { name: 'Test now' }).click()
  await expect(dialog.getByText('The credentials work.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Reveal Client Secret' }).click()
  expect(await search.findInMemory(...secrets)).not.toEqual([])
  await org.hold({ path: '/api/v1/(users|audit)' })
  await confirmStored(page)
  expect(await search.findInMemory(...secrets)).toEqual([])
  await expect(page.getByRole('heading', { level: 1, name: username })).toBeVisible()
})

test('leaves no token and no password in memory after signing out', async ({
  page,
  context,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  const secrets = [org.users.admin.password]
  page.on('response', (response) => {
    if (response.url().endsWith('/oauth2/v1/token')) {
      void response.json().then((body) => secrets.push(...Object.values(tokensOf(body))))
    }
  })
  const search = new SecretSearch(page)
  await org.open(page, '/plants')
  await expect(page.getByRole('row')).not.toHaveCount(0)
  const other = await context.newPage()
  await other.goto('/plants')
  await expect(other.getByRole('button', { name: 'Sign out' })).toBeVisible()
  expect(secrets).toHaveLength(3)
  expect(await search.findInMemory(...secrets)).not.toEqual([])

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible()
  expect(await search.findInMemory(...secrets)).toEqual([])
  expect(await new SecretSearch(other).findInMemory(...secrets)).toEqual([])
})

interface TokenBody {
  access_token: string
  refresh_token: string
}

function tokensOf({ access_token: access, refresh_token: refresh }: TokenBody): string[] {
  return [access, refresh]
}
