import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import type { Organization } from './organization'

interface Listed {
  data: Record<string, unknown>[]
  meta: unknown
}

const listPath = '/api/v1/plants$'
const rowsOf = (page: Page) => page.getByRole('table', { name: 'Plants' }).getByRole('row')

async function listed(org: Organization, limit: number): Promise<Listed> {
  return (await (await org.call('GET', `/plants?limit=${limit}`)).json()) as Listed
}

test('rows are shown and pages can be turned although the list does not say how long it is', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 25 })
  const { data } = await listed(org, 20)
  await org.fault({ path: listPath, kind: 'answer', body: { data, meta: null }, times: 1 })
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

test('the search says that the total is unknown', async ({ page, organization }) => {
  const org = await organization({ plants: 25 })
  await org.open(page, '/plants')
  await expect(rowsOf(page)).toHaveCount(21)
  const { data } = await listed(org, 25)
  const full = Array.from({ length: 100 }, (_, at) => ({ ...data[at % 25], id: `p${at}` }))
  await org.fault({ path: listPath, kind: 'answer', body: { data: full }, times: 1 })
  await org.fault({ path: listPath, kind: 'delay', delayMs: 3000, times: 1 })
  await page.keyboard.press('Control+k')
  const status = page.getByRole('dialog', { name: 'Search' }).getByRole('status')
  await expect(status).toHaveText('Searched 100 plants; the total is unknown.')
})

test('a plant whose id fits into no address is a row without a link, and says why', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 3 })
  const { data, meta } = await listed(org, 20)
  const odd = [{ ...data[0], id: 'a\uD83D', name: 'Half a pair' }, ...data.slice(1)]
  await org.fault({ path: listPath, kind: 'answer', body: { data: odd, meta }, times: 9 })
  await org.open(page, '/plants')
  await expect(rowsOf(page)).toHaveCount(4)
  const row = rowsOf(page).filter({ hasText: 'Half a pair' })
  await expect(row).toContainText('This plant can’t be opened: its ID can’t be part of an address.')
  await expect(row.getByRole('link')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search plants' }).fill('Half a pair')
  await expect(page.getByRole('option', { name: /Half a pair/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
})
