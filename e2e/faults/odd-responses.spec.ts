import type { Page } from '@playwright/test'
import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import type { Organization } from '../support/organization'
import { openPalette, paletteOption, paletteSearch, paletteStatus } from '../support/palette'

test.use({ isFleetListHeld: true })

interface Listed {
  data: Record<string, unknown>[]
  meta: unknown
}

const listPath = '/api/v1/plants$'
const rowsOf = (page: Page) => page.getByRole('table', { name: 'Plants' }).getByRole('row')

const listed = (org: Organization, limit: number) => org.read<Listed>(`/plants?limit=${limit}`)

test('shows rows and turns pages when the total is missing', async ({ page, organization }) => {
  const org = await organization({ plants: 25 })
  const { data } = await listed(org, 20)
  await org.fault({ path: listPath, kind: 'response', body: { data, meta: null }, times: 1 })
  await org.open(page, '/plants')
  await expect(rowsOf(page)).toHaveCount(21)
  await expect(page.getByRole('heading', { name: 'Plants' })).toContainText('total unknown')
  const pages = page.getByRole('navigation', { name: 'Pages of the list' })
  await expect(pages).toContainText('20 plants on this page, total unknown')
  await expect(pages).not.toContainText('Page 1 of')
  await expect(pages.getByRole('button', { name: 'Last page' })).toBeDisabled()
  await pages.getByRole('button', { name: 'Next page' }).click()
  await expect(pages).toContainText('21–25 of 25')
})

test('the search reports an unknown total', async ({ page, organization }) => {
  const org = await organization({ plants: 25 })
  await org.open(page, '/plants')
  await expect(rowsOf(page)).toHaveCount(21)
  const { data } = await listed(org, 25)
  const full = Array.from({ length: 100 }, (_, at) => ({ ...data[at % 25], id: `p${at}` }))
  await org.fault({ path: listPath, kind: 'response', body: { data: full }, times: 1 })
  await org.fault({ path: listPath, kind: 'delay', delayMs: 3000, times: 1 })
  await openPalette(page)
  await expect(paletteStatus(page)).toHaveText('Searched 100 plants; the total is unknown.')
})

test('a plant whose ID cannot be part of a URL has no link, with the reason', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 3 })
  const { data, meta } = await listed(org, 20)
  const odd = [{ ...data[0], id: 'a\uD83D', name: 'Half a pair' }, ...data.slice(1)]
  await org.fault({ path: listPath, kind: 'response', body: { data: odd, meta }, times: 9 })
  await org.open(page, '/plants')
  await expect(rowsOf(page)).toHaveCount(4)
  const row = rowsOf(page).filter({ hasText: 'Half a pair' })
  await expect(row).toContainText('This plant can’t be opened: its ID can’t be part of an address.')
  await expect(row.getByRole('link')).toHaveCount(0)
  await openPalette(page)
  await paletteSearch(page).fill('Half a pair')
  await expect(paletteOption(page, /Half a pair/)).toHaveAttribute('aria-disabled', 'true')
})

test('marks unreadable values on every page, and makes them read-only in the edit form', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 3 })
  const { data, meta } = await listed(org, 20)
  const id = String(data[0]?.id)
  const odd = { lastSeenAt: 1_700_000_000, certificateExpiresAt: {}, name: 5, metadata: 'text' }
  const rows = [{ ...data[0], ...odd }, ...data.slice(1)]
  await org.fault({ path: listPath, kind: 'response', body: { data: rows, meta }, times: 9 })
  const plain = await org.read<object>(`/plants/${id}`)
  const good = { id: 'x', severity: 'INFO', status: 'RESOLVED', message: 'Door was open' }
  const body = { ...plain, ...odd, latitude: 'north', alerts: [null, good] }
  await org.fault({ path: `/plants/${id}$`, kind: 'response', body, times: 30 })
  await org.open(page, '/plants')
  const row = rowsOf(page).nth(1)
  await expect(row.getByText('unreadable')).toHaveCount(3)
  await row.getByRole('link', { name: 'unreadable' }).click()
  const wrong = page.getByRole('region', { name: 'Problems' })
  await expect(wrong).toContainText('Sent, but unreadable: name, last seen, certificate expiry')
  await expect(wrong).toContainText('1 of 2 alerts could be read')
  await expect(page.getByRole('main')).not.toContainText('Never connected')
  await expect(page.getByText('The latitude is unreadable.')).toBeVisible()
  await expect(page.getByText('The server sent something other than a JSON object.')).toBeVisible()
  await page.getByRole('link', { name: 'Alerts', exact: true }).click()
  await expect(page.getByText('The others are not shown and may be active.')).toBeVisible()
  await page.getByRole('button', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit plant' })
  await expect(dialog.getByLabel('Name')).toHaveAttribute('readonly')
  await expect(dialog.getByLabel('Metadata')).toHaveAttribute('readonly')
  await dialog.getByLabel('Serial number').fill('ODD-2')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  const stored = await listed(org, 20)
  // The fault still provides the list's response, so only the requests show that the change was sent.
  expect(stored.data).toHaveLength(3)
  expect(await org.requests('PATCH', new RegExp(id))).toHaveLength(1)
})

test('distinguishes unreadable alerts from no alerts', async ({ page, organization }) => {
  const org = await organization({ plants: 1 })
  const { data } = await listed(org, 20)
  const id = String(data[0]?.id)
  const plain = await org.read<object>(`/plants/${id}`)
  const alertsAre = (alerts: unknown) =>
    org.fault({ path: `/plants/${id}$`, kind: 'response', body: { ...plain, alerts }, times: 1 })
  await alertsAre([null])
  await org.open(page, `/plants/${id}/alerts`)
  await expect(page.getByText('1 alert could not be read').last()).toBeVisible()
  await alertsAre('text')
  await page.reload()
  await expect(page.getByText('Couldn’t read the list of alerts')).toBeVisible()
  await alertsAre(null)
  await page.reload()
  await expect(page.getByText('It sent null instead of a list')).toBeVisible()
})

test('a string of ten megabytes does not affect the other rows', async ({ page, organization }) => {
  const org = await organization({ plants: 3 })
  const { data, meta } = await listed(org, 20)
  const long = { ...data[0], metadata: { note: 'x'.repeat(10_000_000) } }
  const body = { data: [long, ...data.slice(1)], meta }
  await org.fault({ path: listPath, kind: 'response', body, times: 9 })
  await org.open(page, '/plants')
  await expect(rowsOf(page)).toHaveCount(4)
})

test('a word of 100,000 letters does not freeze any page, and can be expanded', async ({
  page,
  organization,
}) => {
  const word = 'x'.repeat(100_000)
  const org = await organization({ plants: 1 })
  const { data, meta } = await listed(org, 20)
  const id = String(data[0]?.id)
  const rows = [{ ...data[0], name: word, type: word, status: word, lifecycleStatus: word }]
  await org.fault({ path: listPath, kind: 'response', body: { data: rows, meta }, times: 9 })
  const plain = await org.read<object>(`/plants/${id}`)
  const alert = { id: 'x', severity: word, status: word, type: word, message: word }
  const body = { ...plain, ...rows[0], tag: word, description: word, metadata: { [word]: word } }
  const path = `/plants/${id}$`
  await org.fault({ path, kind: 'response', body: { ...body, alerts: [alert] }, times: 30 })
  await org.open(page, '/plants')
  const soon = { timeout: 5_000 }
  await expect(rowsOf(page)).toHaveCount(2)
  await rowsOf(page).getByRole('link').click(soon)
  await page.getByRole('button', { name: 'Text', exact: true }).click(soon)
  const tag = fact(page, 'Tag')
  await tag.getByRole('button', { name: /^Show all/ }).click(soon)
  await expect(tag.getByRole('region', { name: 'Whole text' })).toBeVisible(soon)
  await tag.getByRole('button', { name: 'Show less' }).click(soon)
  await page.getByRole('link', { name: /^Alerts/ }).click(soon)
  await expect(page.getByRole('table', { name: 'Alerts' })).toBeVisible(soon)
  await page.getByRole('button', { name: 'Edit' }).click(soon)
  await expect(page.getByLabel('Name')).toBeVisible(soon)
})
