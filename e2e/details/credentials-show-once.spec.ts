import { allowClipboard, clipboardText } from '../support/clipboard'
import { confirmButton } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPlants } from '../support/fleet-list'
import { issue, openSecurity, provisioned, save, confirmStored } from '../support/issuing'
import { fillNewPlant } from '../support/new-plant'
import { expectOnTop } from '../support/on-top'
import { SecretSearch } from '../support/secret-search'
import { setVisibility } from '../support/visibility'

test('hides a revealed secret after a minute, and when the page is hidden', async ({
  page,
  context,
  organization,
}) => {
  const { id, rows } = provisioned()
  const org = await organization({ rows })
  const search = new SecretSearch(page)
  await allowClipboard(context)
  await org.takeClock(page)
  await openSecurity(page, org, id)
  await issue(page, 'Rotate secret')
  await page.getByRole('button', { name: 'Copy HMAC secret' }).click()
  const secret = await clipboardText(page)
  await expect(page.getByText('Everything is saved or copied.')).toBeVisible()
  const reveal = page.getByRole('button', { name: 'Reveal HMAC secret' })

  await reveal.click()
  await expect(page.getByText(secret)).toBeVisible()
  expect(await search.find(secret)).toEqual(['document', 'components'])
  await page.getByRole('group', { name: 'HMAC secret' }).focus()
  await page.clock.fastForward('01:01')
  await expect(page.getByText(secret)).toHaveCount(0)
  const announcement = page.getByRole('status').filter({ hasText: 'HMAC secret is hidden again.' })
  await expect(announcement).toHaveCount(1)

  await reveal.click()
  await expect(page.getByText(secret)).toBeVisible()
  // The page treats two quick clicks on one button as one.
  await page.clock.runFor(100)
  await page.getByRole('button', { name: 'Hide HMAC secret' }).click()
  await expect(page.getByText(secret)).toHaveCount(0)
  await expect(announcement).toHaveCount(0)

  await page.clock.runFor(100)
  await reveal.click()
  await expect(page.getByText(secret)).toBeVisible()
  await setVisibility(page, 'hidden')
  await expect(page.getByText(secret)).toHaveCount(0)
  expect(await search.find(secret)).toEqual(['components'])
  await confirmStored(page)
  expect(await search.find(secret)).toEqual([])
})

test('cannot be closed by accident, and asks before leaving', async ({ page, organization }) => {
  const { id, rows } = provisioned()
  const org = await organization({ rows })
  await org.open(page, '/plants')
  await page.getByRole('link', { name: 'FVE Tábor' }).click()
  await page.getByRole('link', { name: 'Security' }).click()
  const dialog = await issue(page, 'Rotate secret')
  await expect(dialog.getByText('Esc doesn’t close this')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog.getByText('Esc doesn’t close this')).toBeVisible()
  await page.mouse.click(5, 5)
  await expect(dialog.getByRole('button', { name: 'Close' })).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: 'I have stored it' })).toBeVisible()

  await page.goBack()
  const question = dialog.getByRole('alert').filter({ hasText: 'Leave this page?' })
  await expect(question).toBeVisible()
  await dialog.getByRole('button', { name: 'Stay' }).click()
  await expect(page).toHaveURL(new RegExp(`/plants/${id}/security$`))
  await expect(dialog.getByRole('button', { name: 'Reveal HMAC secret' })).toBeVisible()

  page.once('dialog', (warning) => void warning.dismiss())
  await page.evaluate(() => location.assign('/plants'))
  await expect(dialog.getByRole('button', { name: 'Reveal HMAC secret' })).toBeVisible()

  await page.goBack()
  await dialog.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('marks the files that were saved', async ({ page, organization }) => {
  const { id, rows } = provisioned({ lifecycleStatus: 'PENDING' })
  const org = await organization({ rows })
  await openSecurity(page, org, id)
  const dialog = await issue(page, 'Provision')
  const ticked = dialog
    .getByRole('button', { name: /^Save/ })
    .filter({ has: page.locator('svg.lucide-check') })
  await expect(ticked).toHaveCount(0)
  await save(page, 'Save client.key')
  await expect(ticked).toHaveAccessibleName('Save client.key')
  await save(page, 'Download JSON')
  await expect(ticked).toHaveCount(5)
  await confirmStored(page)
})

test('discarding requires typing the word', async ({ page, organization }) => {
  const { id, rows } = provisioned()
  const org = await organization({ rows })
  await openSecurity(page, org, id)
  const dialog = await issue(page, 'Rotate secret')
  await dialog.getByRole('button', { name: 'Discard' }).click()
  const field = dialog.getByLabel('Type “discard” to confirm')
  await expect(field).toBeFocused()
  await field.fill('disc')
  await page.keyboard.press('Enter')
  await expect(field).toBeVisible()
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await expect(dialog.getByRole('button', { name: 'I have stored it' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await field.fill('discard')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('signing out in another tab removes the secret and its files', async ({
  page,
  context,
  organization,
}) => {
  const { id, rows } = provisioned({ lifecycleStatus: 'PENDING' })
  const org = await organization({ rows })
  const search = new SecretSearch(page)
  await page.addInitScript(countFileUrls)
  await openSecurity(page, org, id)
  await issue(page, 'Provision')
  const { text: secret } = await save(page, 'Save HMAC secret')
  await page.getByRole('button', { name: 'Reveal HMAC secret' }).click()
  const other = await context.newPage()
  await other.goto('/plants')
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  expect(await search.find(secret)).toEqual([])
  expect(await page.evaluate('made > 0 && gone === made')).toBe(true)
  // The next user's page doesn't keep waiting for the plant either.
  await org.fillSignIn(page, 'support')
  await openPlants(page)
  await page.getByRole('link', { name: 'FVE Tábor' }).click()
  await page.getByRole('link', { name: 'Security' }).click()
  await expect(page.getByRole('region', { name: 'Credentials' })).toBeVisible()
  await expect(page.getByText('Waiting for first contact')).toHaveCount(0)
})

/** Runs in the page: counts the object URLs that were created (`made`) and revoked (`gone`). */
function countFileUrls(): void {
  const counts = Object.assign(globalThis, { made: 0, gone: 0 })
  const make = URL.createObjectURL.bind(URL)
  const revoke = URL.revokeObjectURL.bind(URL)
  URL.createObjectURL = (file) => {
    counts.made += 1
    return make(file)
  }
  URL.revokeObjectURL = (url) => {
    counts.gone += 1
    revoke(url)
  }
}

test('a message never covers the button that confirms storing', async ({ page, organization }) => {
  const org = await organization()
  await org.open(page, '/plants?create=true')
  await fillNewPlant(page)
  await page.getByRole('button', { name: 'Create plant' }).click()
  await expect(page.getByText('Plant created')).toBeVisible()
  await page.getByRole('button', { name: 'Provision' }).click()
  await confirmButton(page).click()
  const done = page.getByRole('button', { name: 'I have stored it' })
  await done.click({ trial: true })
  await expect(page.getByText('Plant created')).toBeVisible()
  await expectOnTop(done)
})

test('asks before it closes with a secret that was neither saved nor copied', async ({
  page,
  context,
  organization,
}) => {
  const { id, rows } = provisioned()
  const org = await organization({ rows })
  await allowClipboard(context)
  await openSecurity(page, org, id)
  const dialog = await issue(page, 'Rotate secret')
  const stored = dialog.getByRole('button', { name: 'I have stored it' })
  await stored.click()
  const question = dialog.getByRole('alert').filter({ hasText: 'Close anyway?' })
  await expect(question).toContainText('HMAC secret')
  await expect(question).toBeFocused()
  await dialog.getByRole('button', { name: 'Go back' }).click()
  await dialog.getByRole('button', { name: 'Copy HMAC secret' }).click()
  await expect(dialog.getByText('Everything is saved or copied.')).toBeVisible()
  await stored.click()
  await expect(dialog).toHaveCount(0)
})
