import { X509Certificate, randomUUID } from 'node:crypto'
import { certifiedPlant, riskyPlants } from '../support/certificates'
import { button, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { SecretSearch } from '../support/secret-search'
import { expectNoViolations } from '../support/violations'
import {
  contactUntil,
  listAll,
  refreshUntil,
  renewNext,
  worklist,
  worklistPlants,
} from '../support/worklist'

/** Returns plants whose certificates end soon, the first one first. */
const soonEnding = (...names: string[]) =>
  names.map((name, at) => ({
    id: randomUUID(),
    ...certifiedPlant(name, 3 + at, {
      certificateSerialNumber: `00112233445566${at}`,
      certificateFingerprint: `A${at}:B1:C2:D3:E4:F5:06:17:28:39`,
    }),
  }))

test('three plants are renewed one after the other, each proven by its record', async ({
  page,
  organization,
}) => {
  test.slow()
  const rows = soonEnding('First', 'Second', 'Third')
  const [first] = rows
  const org = await organization({ rows })
  const search = new SecretSearch(page)
  await org.open(page, '/certificates')
  await expect(riskyPlants(page)).toHaveText(['First', 'Second', 'Third'])
  await listAll(page, 3)
  await expect(worklist(page).getByText('Worklist', { exact: true })).toBeFocused()

  const issued = await renewNext(page, 'First')
  await expect(worklist(page)).toContainText('0 of 3 renewed · 1 issued, not in use yet · 2 to do')
  const { clientCert = '', clientKey = '', hmacSecret = '' } = issued.security
  const certificate = new X509Certificate(clientCert)
  const row = worklistPlants(page, 'Issued, not in use yet').filter({ hasText: 'First' })
  await expect(row).toContainText('before00112233…55660')
  const shown = certificate.fingerprint256
  await expect(row).toContainText(`now${shown.slice(0, 8)}…${shown.slice(-5)}`)
  expect(await search.find(clientKey, hmacSecret)).toEqual([])

  // In the middle, the page is reloaded: progress is kept, and the plant's contact still counts.
  await page.reload()
  await expect(worklist(page)).toContainText('0 of 3 renewed · 1 issued, not in use yet · 2 to do')
  await org.connectPlant(first?.id ?? '', { package: issued, intervalMs: 500 })
  await refreshUntil(page, '1 of 3 renewed · 2 to do')
  await expect(worklistPlants(page, 'In use').filter({ hasText: 'First' })).toContainText(
    /Connected with the new certificate\. First contact seen: \d{4}-/,
  )
  await org.disconnectPlant(first?.id ?? '')

  await renewNext(page, 'Second')
  await expect(worklist(page)).toContainText('1 of 3 renewed · 1 issued, not in use yet · 1 to do')
  await renewNext(page, 'Third')
  await expect(worklist(page)).toContainText('1 of 3 renewed · 2 issued, not in use yet')
  await expect(worklist(page).getByRole('link', { name: /^Next/ })).toHaveCount(0)

  await button(page, 'Clear finished').click()
  await expect(worklist(page)).toContainText('0 of 2 renewed · 2 issued, not in use yet')
  await button(page, 'Remove Second from the worklist').click()
  await expect(worklist(page)).toContainText('0 of 1 renewed · 1 issued, not in use yet')
  await page.reload()
  await expect(worklist(page)).toContainText('0 of 1 renewed · 1 issued, not in use yet')
  expect(await org.countRequests('POST', /\/provision$/)).toBe(3)
})

test('opening a dialog or leaving it changes nothing on the worklist', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: soonEnding('First', 'Second') })
  await org.open(page, '/certificates')
  await listAll(page, 2)
  await worklist(page).getByRole('link', { name: 'Next: First' }).click()
  await openDialog(page).getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('link', { name: /^Certificates/ }).click()
  await expect(worklist(page)).toContainText('0 of 2 renewed · 2 to do')
  expect(await org.countRequests('POST', /\/provision$/)).toBe(0)
})

test('a worklist belongs to one person, and ends with signing out', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: soonEnding('First', 'Second') })
  await org.open(page, '/certificates')
  await listAll(page, 2)
  const databases = () =>
    page.evaluate(async () => (await indexedDB.databases()).map(({ name = '' }) => name))
  expect((await databases()).filter((name) => name.includes('worklist'))).toHaveLength(1)
  await button(page, 'Sign out').click()
  await expect(page.getByText('You signed out.')).toBeVisible()
  await expect
    .poll(async () => (await databases()).filter((name) => name.includes('worklist')))
    .toEqual([])
  for (const role of ['superadmin', 'admin'] as const) {
    await org.fillSignIn(page, role)
    await page.getByRole('link', { name: /^Certificates/ }).click()
    await expect(riskyPlants(page)).toHaveCount(2)
    await expect(worklist(page)).toHaveCount(0)
    await button(page, 'Sign out').click()
  }
})

test('plants that can’t be renewed are left out, with the reason', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: soonEnding('First', 'Second', 'Third') })
  await org.open(page, '/certificates')
  await page.getByLabel('Select Second').check()
  const selection = page.getByRole('region', { name: 'Selection' })
  await expect(selection).toContainText('1 selected')
  await button(page, 'Provision 1 plant one at a time').click()
  await expect(selection).toHaveCount(0)
  await expect(worklistPlants(page, 'To do').filter({ hasText: 'Second' })).toBeVisible()
  await page.getByLabel('Select First').check()
  await button(page, 'Select all shown').click()
  await expect(selection).toContainText('3 selected1 left out: already on the worklist')
  await page.getByLabel('Search plants').fill('Third')
  await expect(selection).toContainText('1 selected2 more not in this list')
  await button(page, 'Add 1 plant to the worklist').click()
  await expect(worklist(page)).toContainText('0 of 2 renewed · 2 to do')
})

test('a plant is opened, listed and revoked from its row', async ({ page, organization }) => {
  const org = await organization({ rows: soonEnding('First') })
  await org.open(page, '/certificates')
  const choose = async (item: string) => {
    await button(page, 'More actions for First').click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await choose('Add to the worklist')
  await expect(worklist(page)).toContainText('0 of 1 renewed · 1 to do')
  await choose('Open')
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible()
  await page.goBack()
  await choose('Revoke')
  await expect(openDialog(page)).toContainText('Revoke')
  await expect(page).toHaveURL(/action=revoke/)
  await openDialog(page).getByRole('button', { name: 'Cancel' }).click()
  expect(await org.countRequests('POST', /\/revoke$/)).toBe(0)
})

test('support staff see why they can neither provision nor revoke', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: soonEnding('First') })
  await org.open(page, '/certificates', 'support')
  await page.getByLabel('Select First').check()
  for (const name of ['Provision 1 plant one at a time', 'Provision First']) {
    await expect(button(page, name)).toHaveAccessibleDescription(
      'Only administrators can provision plants.',
    )
  }
  await button(page, 'More actions for First').click()
  await expect(page.getByRole('menuitem', { name: 'Revoke' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
})

for (const width of ['', ' @phone']) {
  test(`axe finds no violations in a worklist with every state${width}`, async ({
    page,
    organization,
  }) => {
    const rows = soonEnding('To do', 'Issued', 'Refused', 'Adopted', 'Revoked')
    const [, issued, refused, adopted, revoked] = rows.map(({ id }) => id)
    const org = await organization({ rows })
    await org.open(page, '/certificates')
    await page.getByLabel('Select To do').check()
    await button(page, 'Select all shown').click()
    await button(page, 'Provision 5 plants one at a time').click()
    const renewed = { certificateSerialNumber: 'FF00FF00FF00FF00FF00' }
    for (const id of [issued, refused, adopted]) await org.changePlant(id ?? '', renewed)
    await org.changePlant(revoked ?? '', { lifecycleStatus: 'REVOKED' })
    await refreshUntil(page, '3 issued, not in use yet · 1 to do · 1 with other changes')
    await org.changePlant(refused ?? '', { authFailureCount: 3 })
    await contactUntil(page, org, adopted ?? '', '1 of 5 renewed')
    await expect(
      worklistPlants(page, 'Issued, not in use yet').getByText('but refused'),
    ).toHaveCount(1)
    await page.getByLabel('Select To do').check()
    await expectNoViolations(page, 'the worklist', page.getByRole('main'))
  })
}
