import type { Locator, Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { allowClipboard, clipboardText } from '../support/clipboard'
import { button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { confirmStored, issue, openSecurity, provisioned, save } from '../support/issuing'
import { chooseInMenu } from '../support/menus'
import { onePlant } from '../support/one-plant'
import { csvLines, saveWith, sheetsOf } from '../support/saved-files'
import { SecretSearch } from '../support/secret-search'
import { expectNoViolations } from '../support/violations'

const run = promisify(execFile)

async function openRequests(page: Page): Promise<Locator> {
  await chooseInMenu(page, 'View', 'Recent requests')
  const dialog = page.getByRole('dialog', { name: 'Recent requests' })
  await expect(dialog.getByRole('table', { name: 'Requests' })).toBeVisible()
  return dialog
}

const rowOf = (dialog: Locator, request: string): Locator =>
  dialog
    .getByRole('row')
    .filter({ has: dialog.page().getByText(request, { exact: true }) })
    .first()

/** Copies the line of a request. */
async function copyLine(page: Page, dialog: Locator, request: string): Promise<string> {
  await rowOf(dialog, request).getByRole('button', { name: 'Copy as curl' }).click()
  await expect(rowOf(dialog, request)).toContainText('Copied')
  return clipboardText(page)
}

test('a copied line, run in a shell with a token, returns what the page shows', async ({
  page,
  context,
  organization,
}) => {
  await allowClipboard(context)
  const { id, rows } = onePlant({ name: 'FVE „Žatec“', serialNumber: 'ZA-1' })
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}`)
  await expect(page.getByRole('heading', { name: 'FVE „Žatec“' })).toBeVisible()
  const line = await copyLine(page, await openRequests(page), `GET /plants/${id}`)
  const { stdout } = await run('bash', ['-c', line], {
    env: { ...process.env, ACCESS_TOKEN: await org.token() },
  })
  expect(JSON.parse(stdout)).toMatchObject({ id, name: 'FVE „Žatec“', serialNumber: 'ZA-1' })
})

test('a change is copied with its body and its key, so that it is not made twice', async ({
  page,
  context,
  organization,
}) => {
  await allowClipboard(context)
  const { id, rows } = onePlant()
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}/commands`)
  await page.getByLabel('Command', { exact: true }).fill('GET_INFO')
  await button(page, 'Send command').click()
  await button(page, 'Send GET_INFO').click()
  await expect.poll(() => org.countRequests('POST', /\/commands$/)).toBe(1)
  await page.keyboard.press('Escape')
  const line = await copyLine(page, await openRequests(page), `POST /plants/${id}/commands`)
  const { stdout } = await run('bash', ['-c', line], {
    env: { ...process.env, ACCESS_TOKEN: await org.token() },
  })
  expect(JSON.parse(stdout)).toMatchObject({ command: 'GET_INFO' })
  const { meta } = await org.read<{ meta: { total: number } }>(`/plants/${id}/commands`)
  expect(meta.total).toBe(1)
})

for (const width of ['', ' @phone']) {
  test(`failed requests are filtered and exported with their code${width}`, async ({
    page,
    organization,
    provokes,
  }) => {
    provokes(/status of 404/)
    const org = await organization({ plants: 3 })
    const missing = randomUUID()
    await org.open(page, `/plants/${missing}`)
    await expect(page.getByText(/no longer exists|doesn’t exist|not found/i).first()).toBeVisible()
    const dialog = await openRequests(page)
    await dialog.getByRole('checkbox', { name: 'Errors only' }).check()
    await expect(rowOf(dialog, `GET /plants/${missing}`)).toContainText('404')
    await expect(rowOf(dialog, `GET /plants/${missing}`)).toContainText('PLANT_NOT_FOUND')
    await expect(dialog.getByText(/^\s*200\s*$/)).toHaveCount(0)
    await expectNoViolations(page, 'requests')
    const lines = csvLines(await saveWith(page, 'Export CSV'))
    expect(lines.join('\n')).toContain('Errors only')
    expect(lines.join('\n')).toContain('PLANT_NOT_FOUND')
    const sheets = sheetsOf(await saveWith(page, 'Export Excel'))
    expect(JSON.stringify(sheets)).toContain(`/plants/${missing}`)
  })
}

test('issued secrets and the token are in no line, and a sign-out forgets the requests', async ({
  page,
  context,
  organization,
}) => {
  await allowClipboard(context)
  const { id, rows } = provisioned()
  const org = await organization({ rows })
  const search = new SecretSearch(page)
  await openSecurity(page, org, id)
  await issue(page, 'Provision')
  const secrets: string[] = []
  for (const name of ['HMAC secret', 'client.key']) {
    secrets.push((await save(page, `Save ${name}`)).text)
  }
  await confirmStored(page)
  const dialog = await openRequests(page)
  await expect(rowOf(dialog, `POST /plants/${id}/provision`)).toContainText(/20\d/)
  expect(await search.find(...secrets)).toEqual([])
  const line = await copyLine(page, dialog, `POST /plants/${id}/provision`)
  const file = (await saveWith(page, 'Export CSV')).content.toString()
  const token = await page.evaluate(
    () => /"accessToken":"([^"]+)"/.exec(sessionStorage.getItem('plantdeck.session') ?? '')?.[1],
  )
  expect(token).toMatch(/.{20}/)
  for (const text of [line, file, await dialog.innerText()]) {
    for (const secret of [...secrets, String(token)]) expect(text).not.toContain(secret)
  }
  await button(page, 'Close').click()
  await button(page, 'Sign out').click()
  await org.fillSignIn(page)
  await expect(await openRequests(page)).not.toContainText('/provision')
})
