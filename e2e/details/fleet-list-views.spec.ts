import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { listSearch, openFleetList, openPlants, plantLinks } from '../support/fleet-list'
import { chooseInMenu } from '../support/menus'
import { saveWith } from '../support/saved-files'

const rows = [
  { name: 'Heard', serialNumber: 'V-1', status: 'ONLINE', lastSeenAt: new Date().toISOString() },
  { name: 'Failing', serialNumber: 'V-2', authFailureCount: 7 },
  { name: 'Unheard', serialNumber: 'V-3', lastSeenAt: null },
]

const menu = (page: Page) => page.getByRole('button', { name: 'Views', exact: true })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

const choose = (page: Page, item: string) => chooseInMenu(page, 'Views', item)

async function saveView(page: Page, name: string): Promise<void> {
  await choose(page, 'Save this view…')
  await dialog(page, 'Save this view').getByLabel('Name').fill(name)
  await dialog(page, 'Save this view').getByRole('button', { name: 'Save' }).click()
}

test('opens a built-in view, whose filter can be changed', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org)
  await choose(page, 'Authentication failing')
  await expect(plantLinks(page)).toHaveText(['Failing'])
  await expect(listSearch(page)).toHaveValue('failures>0')
  await expect(page).toHaveURL(/sort=-failures/)
  await expect(page.getByRole('button', { name: 'Authentication failing' })).toBeVisible()
  await listSearch(page).fill('failures<1')
  // Typed text reaches the address a moment later; Back before that is a different case.
  await expect(page).toHaveURL(/q=failures%3C1/)
  await expect(menu(page)).toBeVisible()
  await page.goBack()
  await expect(listSearch(page)).toHaveValue('')
})

test('saves a view on this device, for this user only', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?q=heard&sort=-name')
  await saveView(page, 'Never connected')
  const problem = dialog(page, 'Save this view').getByText(/a view named “.*” already exists/)
  await expect(problem).toBeVisible()
  await dialog(page, 'Save this view').getByLabel('Name').fill('My view')
  await dialog(page, 'Save this view').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('View “My view” saved')).toBeVisible()
  await expect(page.getByRole('button', { name: 'My view' })).toBeVisible()
  await page.goto('/plants')
  await listSearch(page).waitFor()
  await choose(page, 'My view')
  await expect(plantLinks(page)).toHaveText(['Unheard', 'Heard'])
  await page.getByRole('button', { name: 'Sign out' }).click()
  await org.fillSignIn(page, 'operator')
  await openPlants(page)
  await listSearch(page).waitFor()
  await menu(page).click()
  await expect(page.getByRole('menuitem', { name: 'Never connected' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'My view' })).toHaveCount(0)
})

test('takes views to another device as a file, and deletes them', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?q=heard')
  await saveView(page, 'My view')
  await page.getByRole('button', { name: 'My view' }).click()
  await page.getByRole('menuitem', { name: 'Manage views…' }).click()
  const views = dialog(page, 'Views')
  const { name: fileName, content } = await saveWith(page, 'Export views')
  expect(fileName).toBe('plantdeck-views.json')
  await views.getByRole('button', { name: 'Delete My view' }).click()
  await expect(views.getByText('No views yet.')).toBeVisible()
  const name = 'views.json'
  const mimeType = 'application/json'
  await views.getByLabel('File with views').setInputFiles({ name, mimeType, buffer: content })
  await expect(views.getByText('1 view was added.')).toBeVisible()
  await views.getByLabel('File with views').setInputFiles({ name, mimeType, buffer: content })
  await expect(views.getByText('0 views were added.')).toBeVisible()
  await expect(views.getByText(/a view named “.*” already exists/)).toBeVisible()
  const other = Buffer.from('no JSON')
  await views.getByLabel('File with views').setInputFiles({ name, mimeType, buffer: other })
  await expect(views.getByText('The file is not JSON.')).toBeVisible()
  await views.getByRole('button', { name: /^My view/ }).click()
  await expect(views).toHaveCount(0)
  await expect(listSearch(page)).toHaveValue('heard')
})

test('keeps views that it can’t read until they are deleted, and rejects a file with too many', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?q=heard')
  const views = dialog(page, 'Views')
  const importFile = (given: readonly object[]) => {
    const text = JSON.stringify({ kind: 'plantdeck-views', version: 1, views: given })
    const file = { name: 'views.json', mimeType: 'application/json', buffer: Buffer.from(text) }
    return views.getByLabel('File with views').setInputFiles(file)
  }
  await choose(page, 'Manage views…')
  await importFile([{ name: 'Newer', q: 'weather:bad', color: 'red' }])
  await expect(views.getByText('1 more can’t be read; see the list.')).toBeVisible()
  const unreadable = views.getByRole('region', { name: 'Unreadable views' })
  await expect(unreadable).toContainText('Can’t be opened: its filter has a mistake in column 1.')
  await importFile(Array.from({ length: 201 }, (_, at) => ({ name: `View ${at}`, q: '' })))
  await expect(views.getByText(/^Nothing was added: at most 200 views fit/)).toBeVisible()
  await page.keyboard.press('Escape')
  await saveView(page, 'My view')
  await page.getByRole('button', { name: 'My view' }).click()
  await page.getByRole('menuitem', { name: 'Manage views…' }).click()
  const { content } = await saveWith(page, 'Export views')
  expect(JSON.parse(content.toString()).views).toContainEqual({
    name: 'Newer',
    q: 'weather:bad',
    color: 'red',
  })
  await unreadable.getByRole('button', { name: 'Delete Newer' }).click()
  await expect(unreadable).toHaveCount(0)
  await expect(views.getByRole('button', { name: /^My view/ })).toBeVisible()
})
